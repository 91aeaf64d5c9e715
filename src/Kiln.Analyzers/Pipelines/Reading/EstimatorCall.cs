using Kiln.Analyzers.Catalog;
using Kiln.Analyzers.Flow;
using Kiln.Analyzers.MachineLearning;
using Kiln.Analyzers.Pipelines.Columns;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Kiln.Analyzers.Pipelines.Reading;

/// <summary>One estimator of a chain: the call of a catalog's method, where it stands.</summary>
sealed class EstimatorCall(IInvocationOperation call, Frame frame, ValueReader values)
{
    static readonly Dictionary<string, (string[] Parameters, string? Option)> RoleNames = new()
    {
        [Role.Input] = (["inputColumnName", "inputColumnNames"], null),
        [Role.Label] = (["labelColumnName"], "LabelColumnName"),
        [Role.Features] = (["featureColumnName", "featureColumnNames"], "FeatureColumnName"),
        ["weight"] = (["exampleWeightColumnName"], "ExampleWeightColumnName"),
        ["group"] = (["rowGroupColumnName"], "RowGroupColumnName"),
        ["score"] = (["scoreColumnName"], null),
    };

    public IInvocationOperation Call => call;

    public Frame Frame => frame;

    public ValueReader Values => values;

    public string Name => call.TargetMethod.Name;

    /// <summary>What the table says of it, for these arguments; null where it says nothing.</summary>
    public CatalogMethod? Method { get; } = Find(call, frame, values);

    static CatalogMethod? Find(IInvocationOperation call, Frame frame, ValueReader values)
    {
        if (CatalogTable.Find(call.TargetMethod) is not { IsKnown: true, Variants: var variants } entry)
            return null;
        if (variants.Count > 0)
            foreach (var argument in call.Arguments.Where(IsChoice))
                if (Choice(argument.Value, frame, values) is not { } choice)
                {
                    // Whichever it is: only where one of them is another estimator does it matter.
                    if (variants.Keys.Any(variant => variant.StartsWith(argument.Parameter!.Name + "=", StringComparison.Ordinal)))
                        return null;
                }
                else if (variants.TryGetValue($"{argument.Parameter!.Name}={choice}", out var other))
                    return other;
        return entry;
    }

    /// <summary>Whether an argument picks one of a few.</summary>
    static bool IsChoice(IArgumentOperation argument) =>
        argument.Parameter?.Type is { TypeKind: TypeKind.Enum } or { SpecialType: SpecialType.System_Boolean };

    /// <summary>The values of its arguments that pick one of a few, as the table writes them: <c>outputKind=Key</c>.</summary>
    public IEnumerable<string> Variants => call.Arguments.Where(IsChoice)
        .Select(argument => $"{argument.Parameter!.Name}={Choice(argument.Value, frame, values)}");

    /// <summary>The method's name in the call.</summary>
    public SyntaxNode MethodName => call.Syntax is InvocationExpressionSyntax { Expression: var called }
        ? called is MemberAccessExpressionSyntax member ? member.Name : called
        : call.Syntax;

    public IArgumentOperation? Argument(string parameter) => call.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == parameter);

    /// <summary>The estimator that an argument is; null where it cannot be known.</summary>
    public EstimatorCall? Inner(IOperation argument) =>
        values.OriginOf(argument, frame) is (IInvocationOperation inner, var place) ? new(inner, place, values) : null;

    /// <summary>The columns given for a role. Empty where the estimator is given none; null where they cannot be known.</summary>
    public IReadOnlyList<ColumnName>? Columns(string role)
    {
        var (parameters, option) = RoleNames[role];
        foreach (var parameter in parameters)
            if (Argument(parameter) is { } argument)
                return argument.Parameter!.Type is IArrayTypeSymbol ? NamesOf(argument) : Given(NameOf(argument));
        if (option is null || Argument("options") is not { } options || CatalogTable.Find(call.TargetMethod) is not { IsKnown: true } entry)
            return [];
        return new OptionsReader(values).NameOf(options.Value, frame, option, entry, MethodName) is { } name ? Given(name) : null;
    }

    /// <summary>The column that an option names: one without a text where it names none; null where it cannot be known.</summary>
    public ColumnName? Option(string option) =>
        call.Argument("options") is { } options && CatalogTable.Find(call.TargetMethod) is { IsKnown: true } entry
            ? new OptionsReader(values).NameOf(options, frame, option, entry, MethodName)
            : new(null, MethodName, IsDefault: true);

    /// <summary>The value that an option is set to, and where; without one where it keeps its default, and null where it cannot be known.</summary>
    public (IOperation? Value, Frame Frame)? Setting(string option) =>
        call.Argument("options") is { } options ? new OptionsReader(values).Setting(options, frame, option) : (null, frame);

    /// <summary>The values that an option may have, by conditions: one, or none where they cannot all be known. A null is its default.</summary>
    public IReadOnlyList<IOperation?> Settings(string option)
    {
        if (call.Argument("options") is not { } options)
            return [null];
        var reader = new OptionsReader(values);
        IReadOnlyList<IOperation> choices = values.OriginOf(options, frame) is null ? values.Choices(options, frame) : [options];
        var settings = choices.Select(choice => reader.Setting(choice, frame, option)).ToList();
        return settings.Contains(null) ? [] : [.. settings.Select(static setting => setting!.Value.Value)];
    }

    /// <summary>Where the options are made, if in one place; null where the call takes none.</summary>
    public IOperation? Options => call.Argument("options") is { } options ? values.OriginOf(options, frame)?.Operation : null;

    /// <summary>The pairs of output and input of an estimator that makes columns of columns; null where they cannot be known.</summary>
    public IReadOnlyList<(ColumnName Output, IReadOnlyList<ColumnName>? Inputs)>? Pairs()
    {
        if (Argument("columns") is { } columns)
            return values.Elements(columns.Value, frame)?.Select(Pair).ToList() is { } pairs && pairs.All(static pair => pair is not null)
                ? [.. pairs.Select(static pair => pair!.Value)]
                : null;
        if (Argument("outputColumnName") is not { } output)
            return null;
        var name = NameOf(output);
        var inputs = Columns(Role.Input);
        return [(name, inputs is { Count: 0 } ? [name] : inputs)];
    }

    (ColumnName Output, IReadOnlyList<ColumnName>? Inputs)? Pair((IOperation Element, Frame Frame) element)
    {
        if (values.OriginOf(element.Element, element.Frame) is not (IObjectCreationOperation { Type.Name: "InputOutputColumnPair" } pair, var place))
            return null;
        var names = pair.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(argument => NameOf(argument, place)).ToList();
        return (names[0], [names.Count > 1 && (names[1].Text is not null || !IsNull(pair.Arguments, place)) ? names[1] : names[0]]);
    }

    bool IsNull(IEnumerable<IArgumentOperation> arguments, Frame place) =>
        arguments.Any(argument => argument.Parameter!.Ordinal == 1 && values.TryText(argument.Value, place, out var text) && text is null);

    /// <summary>The names in an array; null where they cannot all be known.</summary>
    public IReadOnlyList<ColumnName>? NamesOf(IArgumentOperation argument)
    {
        if (values.Elements(argument.Value, frame) is not { } elements)
            return null;
        var names = new List<ColumnName>();
        foreach (var (element, place) in elements)
            if (values.TryText(element, place, out var text) && text is not null)
                names.Add(IsOfSameType(element, argument)
                    ? new(text, Origin(element), IsSpelledHere: element.ConstantValue.HasValue)
                    : new(text, Origin(argument.Value)));
            else
                return null;
        return names;
    }

    /// <summary>A text given for a parameter; where it is null, and known to be, nothing is given.</summary>
    IReadOnlyList<ColumnName>? Given(ColumnName name) => name.Text is not null ? [name] : name.IsDefault ? [] : null;

    ColumnName NameOf(IArgumentOperation argument) => NameOf(argument, frame);

    ColumnName NameOf(IArgumentOperation argument, Frame place)
    {
        var known = values.TryText(argument.Value, place, out var text);
        // A null that is known is as good as a default: nothing is given.
        var isDefault = argument.ArgumentKind == ArgumentKind.DefaultValue || (known && text is null);
        return new(text, isDefault ? MethodName : Origin(argument.Value), isDefault, argument.Value.ConstantValue.HasValue && !isDefault);
    }

    /// <summary>What another type names, may be right for others: the use of it here is to blame.</summary>
    static bool IsOfSameType(IOperation name, IOperation use) =>
        name.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() == use.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>();

    static SyntaxNode Origin(IOperation value) => value.Unwrapped().Syntax;

    /// <summary>The name of an enum's member, or <c>True</c> and <c>False</c>; null where it cannot be known.</summary>
    static string? Choice(IOperation value, Frame frame, ValueReader values)
    {
        if (!values.TryConstant(value, frame, out var constant) || constant is null)
            return null;
        return value.Type is { } type ? CatalogTable.Choice(type, constant) : null;
    }

    public static bool IsEstimator(IInvocationOperation call, MachineLearningTypes types) =>
        MachineLearningTypes.IsOwn(call.TargetMethod.ContainingType) && types.IsEstimator(call.Type)
        && call.TargetMethod.Name is not ("Append" or "AppendCacheCheckpoint" or "WithOnFitDelegate");
}
