using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Columns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>Reads a trainer's options object: what is assigned to its fields where it is made, and after.</summary>
sealed class OptionsReader(ValueReader values)
{
    /// <summary>The name that the options have for a role; null where it cannot be known.</summary>
    public ColumnName? NameOf(IOperation options, Frame frame, string option, CatalogMethod entry, SyntaxNode method)
    {
        if (Setting(options, frame, option) is not var (value, place))
            return null;
        if (value is not null)
            return values.TryText(value, place, out var text)
                ? new(text, value.Unwrapped().Syntax, IsDefault: text is null, value.ConstantValue.HasValue)
                : null;
        entry.Options.TryGetValue(option, out var fallback);
        return new(string.IsNullOrEmpty(fallback) ? null : fallback, method, IsDefault: true);
    }

    /// <summary>The value that an option is set to, and where; without one where it keeps its default, and null where it cannot be known.</summary>
    public (IOperation? Value, Frame Frame)? Setting(IOperation options, Frame frame, string option)
    {
        if (values.OriginOf(options, frame) is not (IObjectCreationOperation creation, var made))
            return null;
        // Where it is made, and where a helper's is used.
        Frame[] places = made.Body == frame.Body ? [made] : [made, frame];
        if (places.Any(place => IsHandedOn(creation, place)))
            return null;
        var set = places.SelectMany(place => Assignments(creation, place, option).Select(one => (one, place))).ToList();
        return set.Count > 1 ? null : set.Count == 1 ? (set[0].one.Value, set[0].place) : (null, made);
    }

    IEnumerable<ISimpleAssignmentOperation> Assignments(IOperation creation, Frame place, string option) =>
        place.Body.Operations.OfType<ISimpleAssignmentOperation>()
            .Where(assignment => assignment.Target is IMemberReferenceOperation { Instance: { } of } member && member.Member.Name == option
                && values.OriginOf(of, place)?.Operation == creation);

    /// <summary>Whether a call of the user's own may set it further.</summary>
    bool IsHandedOn(IOperation creation, Frame place) => place.Body.Operations.OfType<IArgumentOperation>().Any(argument =>
        SymbolEqualityComparer.Default.Equals(argument.Value.Unwrapped().Type, creation.Type)
        && argument.Parent is IInvocationOperation call && !MachineLearningTypes.IsOwn(call.TargetMethod)
        && values.OriginOf(argument.Value, place)?.Operation == creation);
}
