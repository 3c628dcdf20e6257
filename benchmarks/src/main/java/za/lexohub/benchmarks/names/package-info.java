/** Made-up practices with names, matters and invoices as they are in South Africa. */
@NullMarked
package za.lexohub.benchmarks.names;

import org.jspecify.annotations.NullMarked;
