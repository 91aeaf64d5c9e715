using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Table;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>Reads a trainer's options object: what is assigned to its fields where it is made, and after.</summary>
sealed class OptionsReader(ValueReader values)
{
    /// <summary>The name that the options have for a role; null where it cannot be known.</summary>
    public ColumnName? NameOf(IOperation options, Frame frame, string option, Step step, SyntaxNode method)
    {
        if (values.OriginOf(options, frame) is not (IObjectCreationOperation creation, var place))
            return null;
        var assignments = place.Body.Operations.OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IMemberReferenceOperation { Instance: { } of } member && member.Member.Name == option
                && values.OriginOf(of, place)?.Operation == creation)
            .ToList();
        if (assignments.Count > 1)
            return null;
        if (assignments.Count == 1)
        {
            var value = assignments[0].Value;
            return values.TryText(value, place, out var text) 
                ? new(text, value.Unwrapped().Syntax, IsDefault: text is null, value.ConstantValue.HasValue)
                : null;
        }
        step.Options.TryGetValue(option, out var fallback);
        return new(string.IsNullOrEmpty(fallback) ? null : fallback, method, IsDefault: true);
    }
}
