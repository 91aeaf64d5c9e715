using System.Collections;
using Kiln.Serving;
using Kiln.Validation;
using Microsoft.AspNetCore.Http;

namespace Kiln.AspNetCore;

/// <summary>Looks at the arguments of an endpoint before it is called.</summary>
static class InputFilter
{
    public static async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (context.Arguments.SelectMany(Wrong).ToList() is { Count: > 0 } wrong)
            return new ProblemResult(Problem.Validation(wrong));
        try
        {
            return await next(context).ConfigureAwait(false);
        }
        catch (InvalidInputException e)
        {
            return new ProblemResult(Problem.Validation(e.Violations.Select(violation => Of(violation, e.Row))));
        }
    }

    static IEnumerable<RowError> Wrong(object? argument) => argument switch
    {
        IValidatedInput input => Wrong(input, null),
        // What can be read once only is the endpoint's.
        IList { Count: > 0 } list when list[0] is IValidatedInput => Enumerable.Range(0, list.Count).SelectMany(row => Wrong((IValidatedInput)list[row]!, row)),
        _ => [],
    };

    static IEnumerable<RowError> Wrong(IValidatedInput input, int? row) =>
        input.TryValidate(out var violations) ? [] : violations.Select(violation => Of(violation, row));

    /// <summary>Of one of many the place is named, as ASP.NET Core names it: <c>[3].distance</c>.</summary>
    static RowError Of(Violation violation, int? row) =>
        new(row is { } place ? FormattableString.Invariant($"[{place}].{violation.Column}") : violation.Column, violation.Message);
}
