/** The reports: figures over many invoices, matters and pro formas, as tables hold them. */
@NullMarked
package za.lexohub.readmodels.report;

import org.jspecify.annotations.NullMarked;
