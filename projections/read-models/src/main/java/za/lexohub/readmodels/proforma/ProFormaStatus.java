package za.lexohub.readmodels.proforma;

/** Where a pro forma stands ({@code domain.md} 4.1). */
public enum ProFormaStatus {
  REQUESTED,
  SUBMITTED,
  REJECTED,
  DRAFT,
  SENT,
  NEGOTIATING,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  WITHDRAWN,
  CONVERTED
}
