using Kiln.Contracts;
using Kiln.Contracts.Data;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Formats;
using Kiln.Host.Data.Json;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Host.Data;

/// <summary>What can be said about datasets before anything is read with DuckDB.</summary>
static class DatasetCheck
{
    /// <exception cref="BuildException">At least one of them cannot be read.</exception>
    public static void ThrowIfUnreadable(IReadOnlyList<Dataset> datasets)
    {
        if (Check(datasets) is { Count: > 0 } problems)
            throw new BuildException(problems);
    }

    /// <summary>Missing files, empty files, and names that are used twice or cannot name a contract.</summary>
    public static IReadOnlyList<Diagnostic> Check(IReadOnlyList<Dataset> datasets)
    {
        var problems = new List<Diagnostic>();
        var names = new Dictionary<string, Dataset>(StringComparer.OrdinalIgnoreCase);
        foreach (var dataset in datasets)
        {
            if (!names.TryAdd(dataset.Name, dataset))
                problems.Add(Twice(dataset, names[dataset.Name]));
            if (!DatasetName.IsValid(dataset.Name) && !dataset.Files.Any(Directory.Exists))
                problems.Add(ItemLocation.Say(dataset, Ids.BadDatasetName, DatasetName.Problem(dataset.Name)));
            if (DatabaseItem.Problem(dataset) is { } unclear)
                problems.Add(unclear);
            if (dataset.Files.Count == 0)
                problems.Add(ItemLocation.Say(dataset, Ids.DataFileMissing,
                    $"no file matches '{dataset.Include}', so dataset '{dataset.Name}' has no data; correct the path, or add the file"));
            foreach (var file in dataset.Files)
                if (Directory.Exists(file))
                    problems.Add(ItemLocation.Say(dataset, Ids.DataFileMissing,
                        $"'{file}' is a folder, and a dataset is made of files; "
                        + $"write Include=\"{dataset.Include.TrimEnd('/', '\\')}/*.csv\" with a Name, or name one file"));
                else if (!File.Exists(file))
                    problems.Add(ItemLocation.Say(dataset, Ids.DataFileMissing,
                        $"the data file '{file}' of dataset '{dataset.Name}' does not exist; "
                        + "correct the path in Include, or put the file there"));
                else if (Problem(file) is { } problem)
                    problems.Add(problem);
        }
        return problems;
    }

    static Diagnostic? Problem(string file)
    {
        try
        {
            if (FormatProblems.Find(file) is { } problem)
                return problem;
            return FileFormats.Detect(file) switch
            {
                FileFormat.Delimited => HasRecord(file) ? null : FileProblems.Empty(file),
                FileFormat.JsonLines => HasLine(file) ? null : FileProblems.Empty(file),
                _ => null,
            };
        }
        catch (BuildException e)
        {
            return e.Diagnostics[0];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return FileProblems.CannotOpen(file, e.Message);
        }
    }

    static bool HasRecord(string file)
    {
        using var scanner = CsvScanner.Open(file, new Dialect());
        return scanner.ReadRecord();
    }

    static bool HasLine(string file)
    {
        using var lines = new JsonLineReader(file);
        return lines.Read();
    }

    static Diagnostic Twice(Dataset dataset, Dataset first)
    {
        var occurrence = dataset.Include == first.Include && dataset.DefinedIn == first.DefinedIn ? 1 : 0;
        var (line, column) = ItemLocation.Find(dataset.DefinedIn, dataset.Include, occurrence);
        return new(dataset.DefinedIn, line, column, Ids.DuplicateDataset,
            $"two datasets are called '{dataset.Name}', and a model could mean either; give one of them another Name, "
            + "or list the files in one Include if they are one dataset");
    }
}
