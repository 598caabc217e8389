package io.lyncwatch.lab.kerberos;

import io.lyncwatch.lab.directory.Standing;
import io.lyncwatch.lab.directory.User;
import java.util.List;
import org.apache.kerby.kerberos.kerb.KrbErrorCode;
import org.apache.kerby.kerberos.kerb.KrbException;
import org.apache.kerby.kerberos.kerb.identity.BatchTrans;
import org.apache.kerby.kerberos.kerb.identity.IdentityService;
import org.apache.kerby.kerberos.kerb.request.KdcClientRequest;
import org.apache.kerby.kerberos.kerb.request.KrbIdentity;
import org.apache.kerby.kerberos.kerb.type.ad.AuthorizationData;
import org.apache.kerby.kerberos.kerb.type.base.EncryptionKey;
import org.apache.kerby.kerberos.kerb.type.ticket.EncTicketPart;
import org.jspecify.annotations.Nullable;

/** A realm as the server of tickets looks it up. It is changed by nobody. */
record Identities(Realm realm) implements IdentityService {
  /** Absent if the realm knows nobody by that name. */
  @Override
  public @Nullable KrbIdentity getIdentity(String principal) throws KrbException {
    List<EncryptionKey> keys = realm.keys(principal).orElse(List.of());
    if (keys.isEmpty()) {
      return null;
    }
    KrbIdentity identity = new KrbIdentity(principal);
    identity.addKeys(keys);
    Standing standing = realm.account(principal).map(User::standing).orElse(Standing.GOOD);
    switch (standing) {
      case GOOD -> {}
      case LOCKED -> identity.setLocked(true);
      case DISABLED -> identity.setDisabled(true);
      case PASSWORD_EXPIRED -> throw new KrbException(KrbErrorCode.KDC_ERR_KEY_EXPIRED);
    }
    return identity;
  }

  /** Nothing: what Windows writes there is of no use to a web server of the lab. */
  @Override
  public @Nullable AuthorizationData getIdentityAuthorizationData(
      KdcClientRequest request, EncTicketPart ticket) {
    return null;
  }

  @Override
  public boolean supportBatchTrans() {
    return false;
  }

  @Override
  public BatchTrans startBatchTrans() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Iterable<String> getIdentities() {
    throw new UnsupportedOperationException();
  }

  @Override
  public KrbIdentity addIdentity(KrbIdentity identity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public KrbIdentity updateIdentity(KrbIdentity identity) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteIdentity(String principal) {
    throw new UnsupportedOperationException();
  }
}
