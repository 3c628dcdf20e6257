package za.lexohub.processes.delivery;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The delivery sagas and their limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryLimits.class)
@Import({InvoiceDeliverySaga.class, ProFormaDeliverySaga.class, VoucherDeliverySaga.class})
public class DeliveryConfiguration {}
