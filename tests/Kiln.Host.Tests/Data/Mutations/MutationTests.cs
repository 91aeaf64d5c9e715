using System.Text;
using System.Text.RegularExpressions;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Files;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Mutations;

/// <summary>
/// Four real files, each changed as files change on their way. Whatever happens to one: it is told, with a code and at its place, or it has the rows
/// of the original, as a second reader and the rows' hashes agree. Nothing in between, nothing unhandled, nothing that hangs.
/// </summary>
public sealed class MutationTests : IDisposable
{
    const int Lines = 300;

    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("penguins", 1)]
    [InlineData("flights", 2)]
    [InlineData("seattle_weather", 3)]
    [InlineData("tate", 4)]
    public async Task Each_change_is_told_or_changes_no_row(string name, int seed)
    {
        var text = string.Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", name + ".csv")).Take(Lines).Select(line => line + "\n"));
        var dataset = _folder.Csv(text);
        var contract = ContractInference.Infer(dataset, null, DataFolder.Ignored);
        File.WriteAllText(dataset.Contract, ContractJson.Write(contract));
        contract = ContractFile.Load(dataset);
        var original = new Original(text, contract, seed);
        var expected = TableLoader.Load(dataset, contract, null, DataFolder.Ignored).RowHashes;
        var (rows, told, same, failures) = (original.Rows, 0, 0, new List<string>());
        foreach (var (mutator, mutate) in Mutators.All)
        {
            if (mutate(original) is not { } bytes)
                continue;
            var file = _folder.Bytes(bytes);
            var (hashes, message) = await LoadInTime(file, contract);
            if (hashes is null)
            {
                told++;
                if (!IsLocated(message))
                    failures.Add($"{mutator}: {message}");
            }
            else
            {
                same++;
                if (!hashes.SequenceEqual(expected))
                    failures.Add($"{mutator}: other rows, and nothing is told");
                else if (!Judge(rows))
                    failures.Add($"{mutator}: the second reader sees other rows");
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{name}: {told} told, {same} with the same rows");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(told + same >= 60, $"only {told + same} mutators apply");
    }

    /// <summary>Before there is a contract nobody knows what the file was. Then it is told, or each of its fields is read as the second reader reads it.</summary>
    [Theory]
    [InlineData("penguins", 1)]
    [InlineData("flights", 2)]
    [InlineData("seattle_weather", 3)]
    [InlineData("tate", 4)]
    public async Task Each_changed_file_that_gets_a_contract_is_read_as_it_is_written(string name, int seed)
    {
        var text = string.Concat(File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "Files", name + ".csv")).Take(Lines).Select(line => line + "\n"));
        var original = new Original(text, ContractInference.Infer(_folder.Csv(text), null, DataFolder.Ignored), seed);
        var (read, failures) = (0, new List<string>());
        foreach (var (mutator, mutate) in Mutators.All)
        {
            if (mutate(original) is not { } bytes)
                continue;
            var file = _folder.Bytes(bytes);
            var (rows, message) = await InTime(() => Infer(file));
            if (rows is null && !IsLocated(message))
                failures.Add($"{mutator}: {message}");
            if (rows is null)
                continue;
            read++;
            if (DelimitedText.Read(Unpacked(), message[0], message[1]) is not { } expected || !expected.Skip(1).Select(row => string.Join('\u001F', row)).SequenceEqual(rows))
                failures.Add($"{mutator}: the second reader sees other rows");
        }
        TestContext.Current.SendDiagnosticMessage($"{name}: {read} read");
        Assert.True(failures.Count == 0, string.Join('\n', failures));
    }

    static bool IsLocated(string message) =>
        Regex.IsMatch(message, @"^(data\.csv\(\d+,\d+\)|data\.csv|data\.schema\.json\(\d+,\d+\)): error KILN\d{4}: .+; .+$");

    Task<(ulong[]? Hashes, string Message)> LoadInTime(Dataset dataset, DataContract contract) => InTime(() => Load(dataset, contract));

    static async Task<(T? Result, string Message)> InTime<T>(Func<(T?, string)> read)
    {
        try
        {
            return await Task.Run(read).WaitAsync(Longest, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            return (default, "hangs");
        }
    }

    /// <summary>The file's rows as they are read, and its delimiter and escape; or the first error as the build shows it.</summary>
    (List<string>? Rows, string Message) Infer(Dataset dataset)
    {
        try
        {
            DatasetCheck.ThrowIfUnreadable([dataset]);
            var dialect = ContractInference.Infer(dataset, null, DataFolder.Ignored).Dialect;
            var source = CsvSource.Open(dataset.Files[0], dialect);
            var rows = new List<string>();
            using var engine = DuckEngine.Open();
            source.Read(engine, source.Columns, chunk =>
            {
                for (var row = 0; row < chunk.Rows; row++)
                    rows.Add(string.Join('\u001F', Enumerable.Range(0, source.Columns.Count).Select(column => Encoding.UTF8.GetString(chunk[column][row]))));
            });
            return (rows, dialect.Delimiter + (dialect.Escape is [var escape] ? escape : '"'));
        }
        catch (BuildException e)
        {
            return (null, e.Diagnostics[0].ToString().Replace(_folder.Root + Path.DirectorySeparatorChar, ""));
        }
        catch (Exception e)
        {
            return (null, $"unhandled: {e}");
        }
    }

    /// <summary>The rows' hashes, or the first error as the build shows it.</summary>
    (ulong[]? Hashes, string Message) Load(Dataset dataset, DataContract contract)
    {
        try
        {
            DatasetCheck.ThrowIfUnreadable([dataset]);
            return (TableLoader.Load(dataset, contract, null, DataFolder.Ignored).RowHashes, "");
        }
        catch (BuildException e)
        {
            return (null, e.Diagnostics[0].ToString().Replace(_folder.Root + Path.DirectorySeparatorChar, ""));
        }
        catch (Exception e)
        {
            return (null, $"unhandled: {e}");
        }
    }

    /// <summary>Whether the columns of the original hold in each row what they did, wherever they stand now.</summary>
    bool Judge(List<string[]> original)
    {
        if (DelimitedText.Read(Unpacked(), ',') is not { } rows || rows.Count != original.Count)
            return false;
        var places = original[0].Select(name => Array.IndexOf(rows[0], name)).ToArray();
        return Array.TrueForAll(places, place => place >= 0)
            && rows.Skip(1).Zip(original.Skip(1)).All(pair => places.Select(place => pair.First[place]).SequenceEqual(pair.Second));
    }

    byte[] Unpacked()
    {
        using var unpacked = new MemoryStream();
        using (var stream = DataFile.Open(Path.Combine(_folder.Root, "data.csv")))
            stream.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
