package za.lexohub.projectors.claims;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the projectors of credit notes, disputes and receipts are put together. */
@Configuration(proxyBeanMethods = false)
@Import(ClaimProjector.class)
public class MoneyProjectors {}
