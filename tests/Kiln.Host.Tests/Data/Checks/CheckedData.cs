using Kiln.Host.Data;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;
using Kiln.Testing;

namespace Kiln.Host.Tests.Data.Checks;

/// <summary>Data beside a contract that people have written, and what the build says of them.</summary>
sealed class CheckedData : IDisposable
{
    readonly DataFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public Dataset Write(string csv, string columns, string more = "")
    {
        var dataset = _folder.Csv(csv);
        WriteContract(dataset, columns, more);
        return dataset;
    }

    public Dataset Write((string Name, string Csv)[] files, string columns, string more = "")
    {
        foreach (var file in files)
            _folder.Csv(file.Csv, file.Name);
        var dataset = _folder.Dataset("data", [.. files.Select(file => file.Name)]);
        WriteContract(dataset, columns, more);
        return dataset;
    }

    /// <summary>The table, of data without anything to say.</summary>
    public Table Load(string csv, string columns, string more = "")
    {
        var dataset = Write(csv, columns, more);
        return TableLoader.Load(dataset, ContractFile.Load(dataset), null, DataFolder.NoWarning);
    }

    /// <summary>All that is said, in its order, warnings first; the folder's path left out.</summary>
    public IReadOnlyList<string> Say(Dataset dataset)
    {
        var said = new List<Diagnostic>();
        try
        {
            TableLoader.Load(dataset, ContractFile.Load(dataset), null, said.Add);
        }
        catch (BuildException e)
        {
            said.AddRange(e.Diagnostics);
        }
        return [.. said.Select(diagnostic => diagnostic.ToString().Replace(_folder.Root + Path.DirectorySeparatorChar, ""))];
    }

    public IReadOnlyList<string> Say(string csv, string columns, string more = "") => Say(Write(csv, columns, more));

    static void WriteContract(Dataset dataset, string columns, string more) => File.WriteAllText(dataset.Contract,
        $"{{ \"format\": 1, \"dataset\": \"data\",\n\"columns\": [\n{columns}\n]{(more.Length > 0 ? ",\n" + more : "")} }}");

    public static string Number(string name, string more = "") => Column(name, "number", more);

    public static string Text(string name, string more = "") => Column(name, "text", more);

    public static string Column(string name, string type, string more = "", bool nullable = true, string role = "feature") =>
        $"{{ \"name\": \"{name}\", \"property\": \"{Contracts.Identifier.FromHeader(name)}\", \"type\": \"{type}\", \"nullable\": {(nullable ? "true" : "false")}, \"role\": \"{role}\"{(more.Length > 0 ? ", " + more : "")} }}";
}
