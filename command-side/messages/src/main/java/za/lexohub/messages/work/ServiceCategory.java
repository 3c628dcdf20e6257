package za.lexohub.messages.work;

/** What an advocate is briefed to do ({@code domain.md} 2.6). */
public enum ServiceCategory {
  CONSULTATION,
  RESEARCH,
  DRAFTING,
  COURT_APPEARANCE,
  NEGOTIATION,
  DOCUMENT_REVIEW,
  CORRESPONDENCE,
  FILING,
  TRAVEL,
  PERUSAL,
  RESERVATION,
  COLLAPSE,
  OTHER
}
