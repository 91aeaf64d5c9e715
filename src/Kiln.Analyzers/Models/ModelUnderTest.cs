using Kiln.Analyzers.Versions;
using Kiln.Contracts.Data;
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
        Gates = [.. ModelReader.GatesOf(type).Zip(declaration.Gates, (attribute, gate) => (gate, new AttributeSource(attribute, stop)))];
        Contract = contracts.Find(declaration.Dataset)?.Contract;
        if (Contract is not null)
            Shape = ShapeResolver.Resolve(Definition, Contract, out Problems!);
        Lock = locks.Find(declaration, stop);
    }

    public INamedTypeSymbol Type { get; }

    public ModelDeclaration Declaration { get; }

    /// <summary>The declaration as the trainer gets it; places in files are full paths here.</summary>
    public ModelDefinition Definition { get; }

    public ContractSet Contracts { get; }

    /// <summary>Its dataset's contract; null when that is missing or unreadable.</summary>
    public DataContract? Contract { get; }

    /// <summary>Null where nothing was trained yet.</summary>
    public LockFile? Lock { get; }

    public AttributeSource Attribute { get; }

    public IReadOnlyList<(GateDeclaration Gate, AttributeSource Attribute)> Gates { get; }

    /// <summary>Null when it is missing or unreadable.</summary>
    public DataContract? Contract { get; }

    /// <summary>Null when the contract is missing or unreadable, or does not fit.</summary>
    public ModelShape? Shape { get; }

    /// <summary>What does not fit.</summary>
    public readonly IReadOnlyList<Problem> Problems = [];

    public static ModelUnderTest? Of(INamedTypeSymbol type, ContractSet contracts, LockSet locks, CancellationToken stop) =>
        ModelReader.Read(type) is { } declaration ? new(type, declaration, contracts, locks, stop) : null;

    /// <summary>In the file of the attribute.</summary>
    public Location ClassName =>
        Type.Locations.FirstOrDefault(place => place.SourceTree == Attribute.Location.SourceTree) ?? Type.Locations[0];
}
