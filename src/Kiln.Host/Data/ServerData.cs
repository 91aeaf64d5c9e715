using Kiln.Contracts;
using Kiln.Host.Data.Databases;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data;

/// <summary>
/// Rows of a server are taken into a file before anything else is done, in every build: what a server has today is known by asking. All the rest
/// sees that file as it sees any other.
/// </summary>
static class ServerData
{
    /// <returns>The datasets, all of them files.</returns>
    /// <exception cref="BuildException">A server does not answer, or does not have what is asked for.</exception>
    public static IReadOnlyList<Dataset> Take(Request request, Action<Diagnostic> warn) =>
        [.. request.Datasets.Select(dataset => dataset.Connection.Length > 0 ? Take(request, dataset, warn) : dataset)];

    static Dataset Take(Request request, Dataset dataset, Action<Diagnostic> warn)
    {
        if (!DatasetName.IsValid(dataset.Name))
            throw new BuildException(ItemLocation.Say(dataset, Ids.BadDatasetName, DatasetName.Problem(dataset.Name)));
        if (DatabaseItem.Problem(dataset) is { } problem)
            throw new BuildException(problem);
        var file = Path.Combine(request.Output, "data", dataset.Name + ".csv");
        foreach (var warning in PostgresExtract.Take(dataset, file))
            warn(warning);
        return dataset with { Files = [file], TakenFrom = dataset.Files[0] };
    }
}
