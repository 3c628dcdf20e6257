/** Seals the log: extends its tree by what is new, signs the root and puts both out of reach. */
@NullMarked
package za.lexohub.audit.seal;

import org.jspecify.annotations.NullMarked;
