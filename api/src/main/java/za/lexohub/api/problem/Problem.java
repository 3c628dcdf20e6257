package za.lexohub.api.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * The body of every refusal (RFC 9457, {@code application/problem+json}).
 *
 * @param type stable URL of a page about this code
 * @param code stable; clients decide by it
 * @param detail for people; may change
 * @param instance the path that was asked
 * @param errors what is wrong with the input, when the input is
 * @param facts what a rule's refusal rests on, when there is more to say than its detail
 * @param traceId of the request, for whoever is asked for help
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InputError> errors,
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
            type = "object",
            additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
            example = "{\"dueOn\": \"2034-02-04\"}")
        Map<String, Object> facts,
    String traceId) {}
