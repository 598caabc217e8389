package io.lyncwatch.discovery.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.Optional;

/** The one file that stands between an account and its lockout. */
class RejectionsFuzzTest {
  @FuzzTest
  void a_file_is_written_as_it_is_read_again_or_is_damaged(byte[] file) {
    Optional<Rejections> read = Rejections.read(file);

    if (read.isPresent()) {
      Rejections rejections = read.get();
      assertThat(rejections.encoded()).hasSizeLessThanOrEqualTo(Rejections.MOST_BYTES);
      assertThat(Rejections.read(rejections.encoded())).contains(rejections);
      assertThat(rejections.list())
          .allSatisfy(one -> assertThat(one.until(Duration.ofDays(30))).isAfter(one.at()));
    }
  }
}
