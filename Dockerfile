# One image for all five roles; SPRING_PROFILES_ACTIVE says which. Built from the jar that `mvn verify` leaves behind:
#   docker build -t lexohub .
FROM eclipse-temurin:25-jdk-noble AS layers
WORKDIR /layers
COPY api/target/api-0.1.0-SNAPSHOT.jar application.jar
RUN ["java", "-Djarmode=tools", "-jar", "application.jar", "extract", "--layers", "--destination", "extracted"]

FROM eclipse-temurin:25-jre-noble
# The authorities behind the database's certificate; the JDBC URL names this file.
ADD --chmod=444 https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem /etc/lexohub/rds-global-bundle.pem
WORKDIR /application
# What changes least comes first, so that a release is a few megabytes.
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
# Nobody's; all it may write to is /tmp, since the root is read-only where it runs.
USER 10001:10001
EXPOSE 8080
# Exec form: the process is asked to stop itself, by SIGTERM. A name is looked up again after 5 s, so that the node follows
# a database that has failed over.
ENTRYPOINT ["java", "-Djava.io.tmpdir=/tmp", "-Dsun.net.inetaddr.ttl=5", "-jar", "application.jar"]
