package za.lexohub.messages.numbering;

/** The series that a tenant numbers, each from 1 in every calendar year (I4). */
public enum NumberSeries {
  MATTER,
  PRO_FORMA,
  INVOICE
}
