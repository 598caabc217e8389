package io.lyncwatch.agent.check;

import io.lyncwatch.agent.coverage.CertificateNeeds;
import io.lyncwatch.agent.coverage.NameNeeds;
import io.lyncwatch.agent.coverage.SigningRequest;
import io.lyncwatch.discovery.View;
import io.lyncwatch.discovery.finding.Finding;
import io.lyncwatch.discovery.report.Report;
import io.lyncwatch.discovery.report.StageResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells an examination as a JSON document, whose shape is a contract. */
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private Json() {}

  /** The document, ending in a line break. */
  public static String of(Examination examination) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("target", examination.target());
    document.put("healthy", examination.healthy());
    Verdict verdict = Verdict.of(examination);
    document.put("verdict", verdict.sentence());
    document.put("summary", examination.summary());
    document.put("views", examination.views().stream().map(Json::view).toList());
    document.put("nodes", examination.nodes().stream().map(Json::node).toList());
    Certificates certificates = examination.certificates();
    document.put("todo", ToDo.of(examination));
    document.put("certificates", certificates.shown().stream().map(Json::certificate).toList());
    document.put("unseen", certificates.unseen().stream().map(Json::unseen).toList());
    document.put(
        "unserved", certificates.coverage().unserved().stream().map(Json::request).toList());
    return MAPPER.writeValueAsString(document) + System.lineSeparator();
  }

  private static Map<String, Object> view(Report report) {
    return run("view", report.target().view().label(), report);
  }

  private static Map<String, Object> node(Report report) {
    return run("node", report.target().name(), report);
  }

  private static Map<String, Object> certificate(Certificates.Shown shown) {
    Map<String, Object> certificate = new LinkedHashMap<>();
    certificate.put("subject", shown.leaf().subject());
    certificate.put("issuer", shown.leaf().issuer());
    certificate.put("serial", shown.leaf().serial());
    certificate.put("sha256", shown.leaf().sha256());
    certificate.put("ends", shown.end().toString());
    certificate.put("endpoints", shown.endpoints().entrySet().stream().map(Json::place).toList());
    certificate.put("domains", shown.domains());
    certificate.put("findings", shown.findings().stream().map(Json::finding).toList());
    certificate.put("names", shown.needs().map(Json::names).orElse(List.of()));
    shown
        .needs()
        .flatMap(CertificateNeeds::request)
        .ifPresent(request -> certificate.put("request", request(request)));
    return certificate;
  }

  private static Map<String, Object> place(Map.Entry<String, Set<View>> presenting) {
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("endpoint", presenting.getKey());
    place.put("views", presenting.getValue().stream().map(View::label).toList());
    return place;
  }

  private static List<Map<String, Object>> names(CertificateNeeds needs) {
    return needs.names().stream().map(Json::name).toList();
  }

  private static Map<String, Object> name(NameNeeds needs) {
    Map<String, Object> name = new LinkedHashMap<>();
    name.put("name", needs.name());
    name.put("demand", needs.demand().label());
    name.put("covered", needs.covered());
    name.put("endpoints", needs.endpoints());
    return name;
  }

  private static Map<String, Object> request(SigningRequest wanted) {
    Map<String, Object> request = new LinkedHashMap<>();
    request.put("file", wanted.file());
    request.put("names", wanted.names());
    request.put("leftOut", wanted.leftOut());
    request.put("openssl", wanted.openssl());
    return request;
  }

  private static Map<String, Object> unseen(Certificates.Unseen seen) {
    Report capture = seen.capture();
    Map<String, Object> unseen = new LinkedHashMap<>();
    unseen.put("endpoint", capture.target().name());
    unseen.put("view", capture.target().view().label());
    unseen.put("summary", capture.summary());
    unseen.put("findings", seen.findings().stream().map(Json::finding).toList());
    return unseen;
  }

  private static Map<String, Object> run(String key, String name, Report report) {
    Map<String, Object> run = new LinkedHashMap<>();
    run.put(key, name);
    run.put("outcome", report.outcome().label());
    run.put("summary", report.summary());
    run.put("seconds", seconds(report.took()));
    run.put("stages", report.stages().stream().map(Json::stage).toList());
    run.put("findings", report.findings().stream().map(Json::finding).toList());
    return run;
  }

  private static Map<String, Object> stage(StageResult result) {
    Map<String, Object> stage = new LinkedHashMap<>();
    stage.put("stage", result.stage().label());
    stage.put("success", result.success());
    stage.put("seconds", seconds(result.took()));
    List<StageResult.Step> steps = result.steps();
    stage.put("asked", steps.stream().map(StageResult.Step::asked).toList());
    stage.put("answered", steps.stream().map(StageResult.Step::answered).toList());
    return stage;
  }

  private static Map<String, Object> finding(Finding found) {
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("reason", found.reason().code());
    finding.put("severity", found.severity().label());
    finding.put("role", found.role().label());
    finding.put("stage", found.stage().label());
    finding.put("where", found.where());
    finding.put("evidence", found.evidence());
    finding.put("cause", found.cause());
    finding.put("cure", found.cure());
    return finding;
  }

  private static double seconds(Duration took) {
    return took.toNanos() / 1e9;
  }
}
