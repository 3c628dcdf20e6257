package za.lexohub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DecryptRequest;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import za.lexohub.messages.TenantId;
import za.lexohub.messages.party.PersonalDataVault.VaultUnavailable;

/** Which keys of KMS are one and the same. */
class KmsMasterKeyTest {

  private static final String LOST =
      "arn:aws:kms:af-south-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
  private static final String REPLICA =
      "arn:aws:kms:eu-west-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab";
  private static final String OWN =
      "arn:aws:kms:eu-west-1:111122223333:key/0e0e0e0e-0000-4000-8000-000000000001";
  private static final KeyOwner THANDI =
      KeyOwner.subject(new TenantId("thandi"), UUID.randomUUID(), UUID.randomUUID());

  private final List<String> asked = new ArrayList<>();

  @Test
  void aReplicaOpensWhatItsPrimaryHasWrappedAndIsAskedByItsOwnName() {
    MasterKeys there = new MasterKeys(key(OWN), List.of(key(REPLICA)));

    byte[] opened = there.unwrap(THANDI, new byte[] {1, 2, 3}, key(LOST).fingerprint());

    assertThat(opened).containsExactly(4, 5, 6);
    assertThat(asked).containsExactly(REPLICA);
  }

  @Test
  void aKeyOfOneRegionIsAnotherOneInEachRegion() {
    String here = OWN.replace("eu-west-1", "af-south-1");
    MasterKeys there = new MasterKeys(key(OWN), List.of());

    assertThat(key(OWN).fingerprint()).isEqualTo(OWN);
    assertThatThrownBy(() -> there.unwrap(THANDI, new byte[] {1}, key(here).fingerprint()))
        .isInstanceOf(VaultUnavailable.class)
        .hasMessageContaining(here);
    assertThat(asked).isEmpty();
  }

  @Test
  void aReplicaOfAnotherAccountIsAnotherKey() {
    assertThat(key(REPLICA.replace("111122223333", "444455556666")).fingerprint())
        .isNotEqualTo(key(LOST).fingerprint());
  }

  private KmsMasterKey key(String arn) {
    return new KmsMasterKey(() -> kms, arn, Duration.ofMinutes(15));
  }

  /** Notes which key it is asked for. */
  private final KmsClient kms =
      new KmsClient() {
        @Override
        public DecryptResponse decrypt(DecryptRequest request) {
          asked.add(request.keyId());
          return DecryptResponse.builder()
              .plaintext(SdkBytes.fromByteArray(new byte[] {4, 5, 6}))
              .build();
        }

        @Override
        public String serviceName() {
          return "kms";
        }

        @Override
        public void close() {}
      };
}
