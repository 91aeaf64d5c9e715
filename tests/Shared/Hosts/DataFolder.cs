using System.IO.Compression;
using System.Text;
using Kiln.Contracts.Data;
using Kiln.Host.Data;
using Kiln.Host.Data.Engine;
using Kiln.Host.Data.Inference;
using Kiln.Host.Data.Loading;
using Kiln.Host.Diagnostics;
using Kiln.Host.Requests;

namespace Kiln.Testing;

/// <summary>A project folder with data in it, under a name that is hard on every tool: blanks, a quote, letters that are not ASCII, brackets.</summary>
sealed class DataFolder : IDisposable
{
    public DataFolder() => Directory.CreateDirectory(Root);

    public string Root { get; } = Path.Combine(Path.GetTempPath(), $"kiln it's [ünï] {Guid.NewGuid():N}");

    public string Project => Path.Combine(Root, "App.csproj");

    public static Action<Diagnostic> NoWarning { get; } = warning => Assert.Fail(warning.ToString());

    public static Action<Diagnostic> Ignored { get; } = _ => { };

    /// <summary>One of the real data sets beside the tests.</summary>
    public Dataset Real(string name)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "Files", name + ".csv"), Path.Combine(Root, name + ".csv"));
        return Dataset(name, name + ".csv");
    }

    /// <summary>One of the small data sets beside the tests that are hard to read.</summary>
    public Dataset Wild(string name)
    {
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Data", "Wild", name + ".csv"), Path.Combine(Root, name + ".csv"));
        return Dataset(name, name + ".csv");
    }

    public Dataset Csv(string text, string file = "data.csv") => Bytes(Encoding.UTF8.GetBytes(text), file);

    public Dataset Bytes(byte[] content, string file = "data.csv")
    {
        File.WriteAllBytes(Path.Combine(Root, file), content);
        return Dataset("data", file);
    }

    public Dataset Packed(string text, string file)
    {
        using (var gzip = new GZipStream(File.Create(Path.Combine(Root, file)), CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return Dataset("data", file);
    }

    public Dataset Dataset(string name, params string[] files) => new(
        name, Path.Combine(Root, name + ".schema.json"), Project, files.Length == 1 ? files[0] : "*.csv", [.. files.Select(file => Path.Combine(Root, file))]);

    /// <summary>A file that DuckDB writes.</summary>
    /// <param name="sql">Statements, with the file's path in place of <c>{file}</c>.</param>
    public Dataset Written(string sql, string file)
    {
        using var engine = DuckEngine.Open();
        foreach (var statement in sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries))
            engine.Execute(statement.Replace("{file}", Path.Combine(Root, file).Replace("'", "''")));
        return Dataset("data", file);
    }

    public DataContract Infer(string csv) => ContractInference.Infer(Csv(csv), null, DataFolder.Ignored);

    public Column InferColumn(string csv) => Infer(csv).Columns[^1];

    /// <summary>What is doubtful about the contract, as the build shows it, the folder's path left out.</summary>
    public IReadOnlyList<string> Doubts(Dataset dataset)
    {
        var doubts = new List<string>();
        ContractInference.Infer(dataset, null, doubt => doubts.Add(Shown(doubt)));
        return doubts;
    }

    /// <summary>Writes the contract as a file, so that its columns have lines, and loads the data as it says.</summary>
    public Table Load(Dataset dataset, DataContract contract, IReadOnlyList<string>? keyColumns = null)
    {
        File.WriteAllText(dataset.Contract, ContractJson.Write(contract));
        return TableLoader.Load(dataset, ContractFile.Load(dataset), keyColumns, NoWarning);
    }

    /// <summary>The errors as the build shows them, the folder's path left out.</summary>
    public IReadOnlyList<string> Errors(Action act)
    {
        var exception = Assert.ThrowsAny<BuildException>(act);
        return [.. exception.Diagnostics.Select(Shown)];
    }

    string Shown(Diagnostic diagnostic) => diagnostic.ToString().Replace(Root + Path.DirectorySeparatorChar, "");

    public string Error(Action act) => Assert.Single(Errors(act));

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
