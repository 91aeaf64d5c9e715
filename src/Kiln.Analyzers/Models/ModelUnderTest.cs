using Kiln.Contracts.Data;
using Kiln.Contracts.Models;
using Kiln.Generators.Declarations;
using Microsoft.CodeAnalysis;
using Location = Microsoft.CodeAnalysis.Location;

namespace Kiln.Analyzers.Models;

/// <summary>A <c>[Model]</c> class with all that the rules ask about it.</summary>
sealed class ModelUnderTest
{
    ModelUnderTest(INamedTypeSymbol type, ModelDeclaration declaration, ContractSet contracts, CancellationToken stop)
    {
        (Type, Declaration, Contracts) = (type, declaration, contracts);
        Attribute = new(ModelReader.ModelOf(type)!, stop);
        Gates = [.. ModelReader.GatesOf(type).Zip(declaration.Gates, (attribute, gate) => (gate, new AttributeSource(attribute, stop)))];
        Contract = contracts.Find(declaration.Dataset)?.Contract;
        if (Contract is { } contract)
            Shape = ShapeResolver.Resolve(declaration.ToDefinition(""), contract, out Problems!);
    }

    public INamedTypeSymbol Type { get; }

    public ModelDeclaration Declaration { get; }

    public ContractSet Contracts { get; }

    public AttributeSource Attribute { get; }

    public IReadOnlyList<(GateDeclaration Gate, AttributeSource Attribute)> Gates { get; }

    /// <summary>Null when it is missing or unreadable.</summary>
    public DataContract? Contract { get; }

    /// <summary>Null when the contract is missing or unreadable, or does not fit.</summary>
    public ModelShape? Shape { get; }

    /// <summary>What does not fit.</summary>
    public readonly IReadOnlyList<Problem> Problems = [];

    public static ModelUnderTest? Of(INamedTypeSymbol type, ContractSet contracts, CancellationToken stop) =>
        ModelReader.Read(type) is { } declaration ? new(type, declaration, contracts, stop) : null;

    /// <summary>In the file of the attribute.</summary>
    public Location ClassName =>
        Type.Locations.FirstOrDefault(place => place.SourceTree == Attribute.Location.SourceTree) ?? Type.Locations[0];
}
