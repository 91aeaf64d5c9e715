using System.Collections.Immutable;
using Kiln.Analyzers.Catalog;
using Microsoft.CodeAnalysis;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>What is known of one column of a data view.</summary>
/// <param name="Type">Null where it is not known.</param>
/// <param name="Sources">Columns of the data that are in it for sure, each with where it was named last before it was joined with others.</param>
/// <param name="Scaling">Whether its values are on one scale.</param>
/// <param name="Missing">Columns of the data that may miss a value which then is missing here too.</param>
sealed record ViewColumn(
    string Name, ViewType? Type, ImmutableDictionary<string, SyntaxNode?> Sources, Scaling Scaling, ImmutableHashSet<string> Missing)
{
    static readonly ImmutableDictionary<string, SyntaxNode?> None = ImmutableDictionary<string, SyntaxNode?>.Empty;

    /// <summary>Why a model learns nothing from it that holds for other rows, as a message says it; null where nothing speaks against it.</summary>
    public string? Useless { get; init; }

    /// <summary>Whether the contract keeps it from models: it is no column of what the pipeline is shown.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>Where the member of a class is declared that it is; null for other columns.</summary>
    public Location? Declaration { get; init; }

    /// <summary>A column of which no more is known.</summary>
    public static ViewColumn Made(string name, ViewType? type) => new(name, type, None, Scaling.Unknown, ImmutableHashSet<string>.Empty);

    /// <summary>A column of the data itself.</summary>
    /// <param name="source">Its name among sources, where that is not its own.</param>
    public static ViewColumn Loaded(string name, ViewType? type, bool mayMiss = false, string? source = null) => new(
        name, type, None.Add(source ?? name, null),
        type is null || source is not null ? Scaling.Unknown : type.Value.Item == "bool" ? Scaling.Scaled : Scaling.Raw,
        mayMiss ? ImmutableHashSet.Create(name) : ImmutableHashSet<string>.Empty);
}
