package za.lexohub.projectors.ledger;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the projector of the ledger is put together. */
@Configuration(proxyBeanMethods = false)
@Import(LedgerProjector.class)
public class LedgerProjectors {}
