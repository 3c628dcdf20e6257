package za.lexohub.projectors.access;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the projectors of an attorney's access are put together. */
@Configuration(proxyBeanMethods = false)
@Import(MatterGrantProjector.class)
public class AccessProjectors {}
