using System.Collections.Immutable;
using Kiln.Analyzers.Pipelines.Types;

namespace Kiln.Analyzers.Pipelines.Columns;

/// <summary>What is known of one column of a data view.</summary>
/// <param name="Type">Null where it is not known.</param>
/// <param name="Sources">The columns of the data that it was made from; null where they are not known.</param>
/// <param name="Scaling">Whether its values are on one scale.</param>
/// <param name="MayMiss">Whether values may be missing for sure to the knowledge of a contract.</param>
sealed record ViewColumn(
    string Name, ViewType? Type, ImmutableHashSet<string>? Sources = null, Scaling Scaling = Scaling.Unknown, bool MayMiss = false)
{
    /// <summary>A column of the data itself.</summary>
    public static ViewColumn Loaded(string name, ViewType? type, bool mayMiss = false) =>
        new(name, type, ImmutableHashSet.Create(name), type?.Item is "bool" ? Scaling.Scaled : Scaling.Raw, mayMiss);
}
