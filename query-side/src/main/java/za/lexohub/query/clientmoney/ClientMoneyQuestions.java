package za.lexohub.query.clientmoney;

import org.springframework.context.annotation.Configuration;

/** Where the questions about retainers and trust money are put together. */
@Configuration(proxyBeanMethods = false)
public class ClientMoneyQuestions {}
