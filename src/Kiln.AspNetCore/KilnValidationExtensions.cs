using Kiln.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Holds the inputs of an application's own endpoints against the contract.</summary>
public static class KilnValidationExtensions
{
    /// <summary>
    /// Answers 400 with problem details, errors by column, where an argument is the <c>Input</c> of a model, or a list of them, that the contract does not
    /// allow, whatever the model does with such; and where the endpoint throws <see cref="Kiln.Validation.InvalidInputException"/>.
    /// </summary>
    /// <param name="builder">The endpoint, or a group of them.</param>
    public static TBuilder WithKilnValidation<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder =>
        builder.AddEndpointFilter(InputFilter.InvokeAsync)
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status400BadRequest, typeof(HttpValidationProblemDetails), ["application/problem+json"]));
}
