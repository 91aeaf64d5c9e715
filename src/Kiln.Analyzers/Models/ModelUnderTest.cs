using Kiln.Contracts.Data;
using Kiln.Contracts.Expectations;
using Kiln.Contracts.Gates;
using Kiln.Contracts.Models;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Location = Microsoft.CodeAnalysis.Location;

namespace Kiln.Analyzers.Models;

/// <summary>A <c>[Model]</c> class with all that the rules ask about it.</summary>
sealed class ModelUnderTest
{
    ModelUnderTest(INamedTypeSymbol type, ModelDeclaration declaration, ContractSet contracts, LockSet locks, CancellationToken stop)
    {
        (Type, Declaration, Contracts, Definition) = (type, declaration, contracts, declaration.ToDefinition(""));
        Attribute = new(ModelReader.ModelOf(type)!, stop);
        Gates = [.. ModelReader.GatesOf(type).Zip(declaration.Gates, (attribute, gate) => (gate.Gate, new AttributeSource(attribute, stop)))];
        Expectations = [.. ModelReader.ExpectationsOf(type)
            .Zip(declaration.Expectations, (attribute, expectation) => (expectation.Expectation, new AttributeSource(attribute, stop)))];
        Contract = contracts.Find(declaration.Dataset)?.Contract;
        if (Contract is not null)
            Shape = ShapeResolver.Resolve(Definition, Contract, out Problems!);
        Lock = locks.Find(declaration, stop);
    }

    public INamedTypeSymbol Type { get; }

    public ModelDeclaration Declaration { get; }

    /// <summary>The declaration as the trainer gets it; places in files are full paths here.</summary>
    public ModelDefinition Definition { get; }

    /// <summary>Whether the definition is all there: false for a model of its own pipeline whose fingerprint no generator has taken.</summary>
    public bool IsDefinitionKnown => Definition.Pipeline is not null || PipelineMethod.Find(Type) is null;

    public ContractSet Contracts { get; }

    /// <summary>Its dataset's contract; null when that is missing or unreadable.</summary>
    public DataContract? Contract { get; }

    /// <summary>Null where nothing was trained yet.</summary>
    public LockFile? Lock { get; }

    public AttributeSource Attribute { get; }

    public IReadOnlyList<(Gate Gate, AttributeSource Attribute)> Gates { get; }

    public IReadOnlyList<(Expectation Expectation, AttributeSource Attribute)> Expectations { get; }

    /// <summary>Null when the contract is missing or unreadable, or does not fit.</summary>
    public ModelShape? Shape { get; }

    /// <summary>What does not fit.</summary>
    public readonly IReadOnlyList<Problem> Problems = [];

    public static ModelUnderTest? Read(
        INamedTypeSymbol type, Compilation compilation, ContractSet contracts, LockSet locks, CancellationToken stop) =>
        ModelReader.Read(type) is { } declaration ? new(type, WithPipeline(declaration, type, compilation), contracts, locks, stop) : null;

    /// <summary>
    /// With the fingerprint that the generator took, before its own code was there: taken again here, where that is, it would be another.
    /// </summary>
    static ModelDeclaration WithPipeline(ModelDeclaration declaration, INamedTypeSymbol type, Compilation compilation) =>
        PipelineMethod.Find(type) is not null
        && CompiledDefinitions.In(compilation.Assembly).FirstOrDefault(model => model.Type == declaration.Type)?.Pipeline is { } pipeline
            ? declaration with { Pipeline = new(new(pipeline.Fingerprint, new(pipeline.Uses)), SourceLocation.None) }
            : declaration;

    /// <summary>In the file of the attribute.</summary>
    public Location ClassName =>
        Type.Locations.FirstOrDefault(place => place.SourceTree == Attribute.Location.SourceTree) ?? Type.Locations[0];
}
