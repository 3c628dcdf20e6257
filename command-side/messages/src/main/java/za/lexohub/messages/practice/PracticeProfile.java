package za.lexohub.messages.practice;

/** How an advocate practises (Legal Practice Act s34(2)). */
public enum PracticeProfile {
  /** Briefed by attorneys; holds no trust money. */
  REFERRAL,
  /** Takes briefs from the public, with a Fidelity Fund certificate and a trust account. */
  TRUST_ACCOUNT
}
