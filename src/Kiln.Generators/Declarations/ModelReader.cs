using Kiln.Contracts.Expectations;
using Kiln.Contracts.Models;
using Kiln.Generators.Caching;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kiln.Generators.Declarations;

/// <summary>Reads <c>[Model]</c>, <c>[Gate]</c> and <c>[Expect]</c> from a class: one reading for the generator and the analyzers.</summary>
static class ModelReader
{
    public const string ModelAttribute = "Kiln.ModelAttribute";

    public const string GateAttribute = "Kiln.GateAttribute";

    public const string ExpectAttribute = "Kiln.ExpectAttribute";

    /// <summary>The declaration, or null where the type is no class with <c>[Model]</c> and an argument that can be read, as the compiler says.</summary>
    public static ModelDeclaration? Read(INamedTypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Class || ModelOf(type) is not { } model
            || model.ConstructorArguments.FirstOrDefault() is not { Kind: TypedConstantKind.Primitive } first)
            return null;
        var named = model.NamedArguments.ToDictionary(static argument => argument.Key, static argument => argument.Value);
        return new()
        {
            Name = type.Name,
            Type = ReflectionName(type),
            Path = TypePath.From(type),
            CanBeCompleted = ModelClass.Obstacle(type) is null,
            CanBeRead = !named.Values.Any(Arguments.IsError),
            Dataset = first.Value as string ?? "",
            Label = named.Text("Label"),
            Version = named.Text("Version"),
            VersionLiteral = VersionLiteral(model, named.Text("Version")),
            Task = named.Choice<TaskKind>("Task"),
            Positive = named.Text("Positive"),
            Threshold = named.Said("Threshold"),
            ThresholdFor = named.TryGetValue("ThresholdFor", out var metric) ? metric.MemberName() : null,
            FalseNegativeCost = named.Said("FalseNegativeCost"),
            Interval = named.Said("Interval"),
            AnomalyShare = named.Said("AnomalyShare"),
            Clusters = named.TryGetValue("Clusters", out var clusters) ? clusters.Value as int? : null,
            Features = named.Texts("Features"),
            Ignore = named.Texts("Ignore") ?? EquatableArray<string>.Empty,
            Split = named.Choice<SplitKind>("Split"),
            Group = named.Text("Group"),
            Time = named.Text("Time"),
            Weight = named.Text("Weight"),
            Trainer = named.TryGetValue("Trainer", out var trainer) ? trainer.MemberName() : "LightGbm",
            Seed = named.TryGetValue("Seed", out var seed) && seed.Value is int number ? number : 1,
            Tune = named.Text("Tune"),
            Gates = new(GatesOf(type).Select(ReadGate)),
            Expectations = new(ExpectationsOf(type).Select(ReadExpectation)),
            Location = SourceLocation.From(model.ApplicationSyntaxReference),
        };
    }

    /// <summary>The class's <c>[Model]</c>; the first where it stands twice, which the compiler refuses.</summary>
    public static AttributeData? ModelOf(INamedTypeSymbol type) => Attributes(type, ModelAttribute).FirstOrDefault();

    /// <summary>The class's <c>[Gate]</c>s whose metric can be read, in the order of <see cref="ModelDeclaration.Gates"/>.</summary>
    public static IEnumerable<AttributeData> GatesOf(INamedTypeSymbol type) =>
        Attributes(type, GateAttribute).Where(static gate => gate.ConstructorArguments.FirstOrDefault().Kind == TypedConstantKind.Enum);

    /// <summary>The class's <c>[Expect]</c>s whose column can be read, in the order of <see cref="ModelDeclaration.Expectations"/>.</summary>
    public static IEnumerable<AttributeData> ExpectationsOf(INamedTypeSymbol type) =>
        Attributes(type, ExpectAttribute).Where(static expectation => expectation.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Primitive, Value: string });

    /// <summary>The short name first: analyzers ask this of every type there is.</summary>
    static IEnumerable<AttributeData> Attributes(INamedTypeSymbol type, string name) => type.GetAttributes().Where(attribute =>
        attribute.AttributeClass is { } found && name.EndsWith(found.Name, StringComparison.Ordinal) && found.ToDisplayString() == name);

    static SourceLocation? VersionLiteral(AttributeData model, string? version) =>
        model.ApplicationSyntaxReference?.GetSyntax() is AttributeSyntax { ArgumentList.Arguments: var arguments }
        && arguments.FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Version")?.Expression is LiteralExpressionSyntax { Token: var token }
        && token.Text == $"\"{version}\""
            ? SourceLocation.From(token.SyntaxTree!, token.Span) : null;

    static GateDeclaration ReadGate(AttributeData gate)
    {
        var named = gate.NamedArguments.ToDictionary(static argument => argument.Key, static argument => argument.Value);
        return new(
            new(gate.ConstructorArguments[0].MemberName(), named.Number("AtLeast"), named.Number("AtMost"), named.AnyNumber("NoWorseBy"), named.Text("Because"),
                named.Text("Slice"), named.TryGetValue("MinRows", out var rows) ? rows.Value as int? : null),
            SourceLocation.From(gate.ApplicationSyntaxReference));
    }

    /// <summary>A bound that leaves no room says nothing: written out or not, it is the same expectation.</summary>
    static ExpectationDeclaration ReadExpectation(AttributeData expectation)
    {
        var named = expectation.NamedArguments.ToDictionary(static argument => argument.Key, static argument => argument.Value);
        return new(
            new((string)expectation.ConstructorArguments[0].Value!, expectation.ConstructorArguments.Skip(1).Select(static direction => direction.Choice<Direction>()).FirstOrDefault(),
                named.TryGetValue("Invariant", out var invariant) && invariant.Value is true, named.Text("Class"),
                named.AnyNumber("Within") is not 0.0 and var within ? within : null, named.AnyNumber("MinShare") is not 1.0 and var share ? share : null, named.Text("Because")),
            SourceLocation.From(expectation.ApplicationSyntaxReference));
    }

    static string ReflectionName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{ReflectionName(outer)}+{type.MetadataName}"
        : string.Join(".", TypePath.Namespaces(type).Append(type.MetadataName));
}
