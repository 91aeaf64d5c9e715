using Kiln.Contracts.Data;

namespace Kiln.Contracts.Models;

/// <summary>The queries of a ranking, whose rows are put in order among each other: so they are held out together.</summary>
public static class RankedQueries
{
    /// <summary>Relevance beyond this has no gain that a 32-bit number holds: LightGBM knows as many levels.</summary>
    public const int MostRelevance = 30;

    /// <summary>What is wrong with how the definition divides the rows of a ranking.</summary>
    /// <param name="query">The column that is named as Group, or has that role; null where there is none.</param>
    public static IEnumerable<Problem> Check(ModelDefinition model, Column? query)
    {
        if (query is null)
            yield return new(Ids.WrongRanking, nameof(model.Task), $"'{model.Name}' ranks the rows of a query, and nothing says which rows are of one query; "
                + "set Group = \"…\" to the column that is equal in them, or give it role \"group\" in the contract");
        if (model.Split is { } split && split != SplitKind.Group)
            yield return new(Ids.WrongRanking, nameof(model.Split), $"Split.{split} would hold out some rows of a query and train with others, so '{model.Name}' would be measured on queries "
                + "that it has seen in part; leave out Split: whole queries are held out");
        if (model.Time is not null)
            yield return new(Ids.WrongRanking, nameof(model.Time), $"Time holds out the latest rows, and '{model.Name}' holds out whole queries; leave out Time");
    }
}
