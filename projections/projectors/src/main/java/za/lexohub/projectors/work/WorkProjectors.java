package za.lexohub.projectors.work;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Where the projectors of work logged on matters are put together. */
@Configuration(proxyBeanMethods = false)
@Import(WorkItemProjector.class)
public class WorkProjectors {}
