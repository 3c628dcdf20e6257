package za.lexohub.projectors.billing;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import za.lexohub.projectors.batch.InvoiceBatchProjector;
import za.lexohub.projectors.ratecard.RateCardProjector;

/** Where the projectors of billing from work, batches and rate cards are put together. */
@Configuration(proxyBeanMethods = false)
@Import({RateCardProjector.class, InvoiceBatchProjector.class})
public class BillingProjectors {}
