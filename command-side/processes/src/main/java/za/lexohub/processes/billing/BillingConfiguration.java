package za.lexohub.processes.billing;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The billing saga and its limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BillingLimits.class)
@Import(BillingSaga.class)
public class BillingConfiguration {}
