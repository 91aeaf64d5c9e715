using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using Kiln.CompilerServices;
using Kiln.Contracts.Locks;
using Kiln.Contracts.Models;
using Kiln.Host.Diagnostics;
using Kiln.Host;
using Kiln.Host.Requests;
using Microsoft.CodeAnalysis.CSharp;

namespace Kiln.Testing;

/// <summary>A project as the host sees it: data files, and a compiled assembly that declares models.</summary>
sealed class RoadProject : IDisposable
{
    readonly List<Dataset> _datasets = [];
    readonly List<Reference> _references = [];

    /// <summary>What more the build asks for, <c>key=value</c>.</summary>
    public IReadOnlyList<string> Settings { get; set; } = [];

    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("kiln road ünï ").FullName + Path.DirectorySeparatorChar;

    public string Models => Path.Combine(Directory, "obj", "kiln", "models");

    public string StampPath => Path.Combine(Directory, "obj", "kiln", "kiln.stamp");

    /// <summary>Whether the build is one that only fetches, KilnTrain=fetch.</summary>
    public bool Fetches { get; set; }

    /// <summary>The release that is shipped, KilnVersion; none where empty.</summary>
    public string Version { get; set; } = "";

    /// <summary>Where trained models are shared; none where empty.</summary>
    public string Store { get; set; } = "";

    /// <summary>Is told each line that the host says, while it works.</summary>
    public Action<string>? Said { get; set; }

    string Assembly => Path.Combine(Directory, "obj", "App.dll");

    /// <summary>A project with one dataset, whose contract is inferred, and one model of it.</summary>
    public static RoadProject Ready(string csv, ModelDefinition model)
    {
        var project = new RoadProject();
        project.AddDataset(model.Dataset, csv);
        project.Compile(model);
        Assert.True(project.InferContracts().Succeeded);
        return project;
    }

    /// <summary>Writes a data file and names it as a dataset.</summary>
    public string AddDataset(string name, string content) => AddDataset(name, (name + ".csv", content));

    /// <summary>Writes data files and names them as one dataset.</summary>
    public string AddDataset(string name, params (string Name, string Content)[] files)
    {
        var directory = Path.Combine(Directory, "data");
        System.IO.Directory.CreateDirectory(directory);
        foreach (var file in files)
            File.WriteAllText(Path.Combine(directory, file.Name), file.Content);
        File.WriteAllText(ProjectFile, "<Project>\n" + $"  <Dataset Include=\"data/{name}.csv\" />\n</Project>");
        List<string> paths = [.. files.Select(file => Path.Combine(directory, file.Name))];
        _datasets.Add(new(name, Path.Combine(directory, name + ".schema.json"), ProjectFile, $"data/{name}.csv", paths));
        return paths[0];
    }

    /// <summary>Names a file that is fetched as a dataset.</summary>
    public void AddFetched(string name, string url, string sha256)
    {
        var file = AddDataset(name, "");
        File.Delete(file);
        Pin(name, new(file, url, sha256));
    }

    public void Pin(string name, PinnedFile file)
    {
        var at = _datasets.FindIndex(dataset => dataset.Name == name);
        _datasets[at] = _datasets[at] with { Pinned = [file] };
    }

    /// <summary>Names rows of a database as a dataset.</summary>
    /// <param name="file">The database file, below <c>data</c>; with a connection only what messages call it.</param>
    public void AddDatabase(string name, string file, string table, string connection = "")
    {
        System.IO.Directory.CreateDirectory(Path.Combine(Directory, "data"));
        File.WriteAllText(ProjectFile, "<Project>\n" + $"  <Dataset Include=\"data/{file}\" />\n</Project>");
        _datasets.Add(new(name, Path.Combine(Directory, "data", name + ".schema.json"), ProjectFile, $"data/{file}", [Path.Combine(Directory, "data", file)])
        {
            Table = table, Connection = connection,
        });
    }

    /// <summary>Takes the last dataset's rows with a query.</summary>
    public void Query(string query) => _datasets[^1] = _datasets[^1] with { Table = "", Query = query };

    /// <summary>Names the files of the last dataset the other way round, as another file system might find them.</summary>
    public void ReverseFiles() => _datasets[^1] = _datasets[^1] with { Files = [.. _datasets[^1].Files.Reverse()] };

    /// <summary>Makes the last dataset of one more file.</summary>
    public void AddFile(string name, string content)
    {
        var path = Path.Combine(Directory, "data", name);
        File.WriteAllText(path, content);
        _datasets[^1] = _datasets[^1] with { Files = [.. _datasets[^1].Files, path] };
    }

    /// <summary>Makes the last dataset of other files of its folder.</summary>
    public void NameFiles(params string[] files) =>
        _datasets[^1] = _datasets[^1] with { Files = [.. files.Select(file => Path.Combine(Directory, "data", file))] };

    public void ForgetFirstDataset() => _datasets.RemoveAt(0);

    public void AddRow(string row) => File.AppendAllText(_datasets[^1].Files[0], row + "\n");

    public void Replace(string file, string text, string replacement) => Edit(file, content => content.Replace(text, replacement));

    public void ReplaceFirst(string file, string text, string replacement) => Edit(file, content =>
        content.IndexOf(text, StringComparison.Ordinal) is var at and >= 0
            ? content[..at] + replacement + content[(at + text.Length)..]
            : throw new ArgumentException($"{file} does not hold '{text}'", nameof(text)));

    public static ModelDefinition Model(string name, string dataset, string label, params ModelGate[] gates) => new()
    {
        Name = name, Type = "App." + name, Dataset = dataset, Label = label, Version = "1.0.0", Gates = gates, Location = new(name + ".cs", 3, 2),
    };

    public static ModelGate AtLeast(string metric, double bound) => new(new(metric, bound), new("PenguinModel.cs", 4, 2));

    /// <summary>Compiles the models into the intermediate assembly, as the compiler does with what the generator wrote.</summary>
    public void Compile(params ModelDefinition[] models)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(Assembly)!);
        var constructor = typeof(ModelDefinitionAttribute).GetConstructor([typeof(string)])!;
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("App"), typeof(object).Assembly,
            models.Select(model => new CustomAttributeBuilder(constructor, [DefinitionJson.Write(model)])));
        assembly.DefineDynamicModule("App");
        assembly.Save(Assembly);
    }

    /// <summary>Compiles the models with their class's source file into the intermediate assembly.</summary>
    public void Compile(string file, string source, params ModelDefinition[] models)
    {
        var path = Path.Combine(Directory, file);
        File.WriteAllText(path, source);
        var definitions = models.Select(model => $"[assembly: Kiln.CompilerServices.ModelDefinition({SymbolDisplay.FormatLiteral(DefinitionJson.Write(model), true)})]");
        Compiler.Compile(Assembly, _references.Select(reference => reference.Path), false, (path, source), ("Definitions.cs", string.Join('\n', definitions)));
    }

    /// <summary>Compiles a project that this one refers to.</summary>
    public void CompileReference(string name, string source, bool optimize = false, string folder = "Debug")
    {
        var path = Path.Combine(Directory, "obj", folder, name + ".dll");
        Compiler.Compile(path, _references.Where(reference => reference.Name != name).Select(reference => reference.Path), optimize, ($"/{folder}/{name}.cs", source));
        _references.RemoveAll(reference => reference.Name == name);
        _references.Add(new("", path));
    }

    public void AddReference(string package, string path) => _references.Add(new(package, path));

    public RoadResult InferContracts(bool locked = false) => Run("contracts", locked: locked);

    public RoadResult AcceptData(bool locked = false) => Run("accept", locked: locked);

    /// <summary>Says how the files of the last dataset are merged.</summary>
    public void Merge(bool replaces = false, params string[] key) => _datasets[^1] = _datasets[^1] with { Replaces = replaces, Key = key };

    public RoadResult Train(bool always = false, bool locked = false) => Run("train", always, locked);

    public RoadResult Tune(bool locked = false) => Run("tune", locked: locked);

    public RoadResult Release(bool locked = false) => Run("release", locked: locked);

    public RoadResult Pack() => Run("pack");

    public RoadResult WriteCards() => Run("card");

    public RoadResult ExportContracts(bool locked = false) => Run("export", locked: locked);

    public RoadResult ImportContracts(bool locked = false) => Run("import", locked: locked);

    public ModelLock Lock(string model) => LockJson.Read(File.ReadAllText(Path.Combine(Directory, model + ".lock.json")));

    public byte[] Onnx(string model) => File.ReadAllBytes(Path.Combine(Models, $"App.{model}.onnx"));

    /// <summary>Every file below the project with its content, to see what a step changed.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() => System.IO.Directory.EnumerateFiles(Directory, "*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(Directory, file), file => Convert.ToHexString(File.ReadAllBytes(file)));

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);

    string ProjectFile => Path.Combine(Directory, "App.csproj");

    void Edit(string file, Func<string, string> edit)
    {
        var path = Path.Combine(Directory, file);
        File.WriteAllText(path, edit(File.ReadAllText(path)));
    }

    /// <summary>The request as the build writes it.</summary>
    public string RequestText(string command, int parent, bool always = false, bool locked = false)
    {
        var text = new StringBuilder();
        text.AppendLine($"command={command}");
        text.AppendLine($"project={ProjectFile}");
        text.AppendLine($"directory={Directory}");
        text.AppendLine($"assembly={(command == "contracts" ? "" : Assembly)}");
        text.AppendLine($"output={Path.Combine(Directory, "obj", "kiln")}{Path.DirectorySeparatorChar}");
        text.AppendLine($"cache={Path.Combine(Directory, "obj", "cache")}");
        text.AppendLine($"version={Version}");
        text.AppendLine($"store={Store}");
        text.AppendLine($"schemas={Path.Combine(Directory, "obj", "kiln")}");
        text.AppendLine($"mode={(Fetches ? "fetch" : always ? "always" : "auto")}");
        text.AppendLine($"locked={(locked ? "true" : "false")}");
        text.AppendLine("threads=2");
        text.AppendLine("verbosity=normal");
        text.AppendLine($"parent={parent}");
        foreach (var setting in Settings)
            text.AppendLine(setting);
        foreach (var tuning in System.IO.Directory.EnumerateFiles(Directory, "*.tuning.json"))
            text.AppendLine($"tuning={tuning}");
        foreach (var card in System.IO.Directory.EnumerateFiles(Directory, "*.card.md"))
            text.AppendLine($"card={card}");
        foreach (var reference in _references)
            text.AppendLine($"reference={reference.Package}|{reference.Path}");
        foreach (var dataset in _datasets)
        {
            text.AppendLine($"dataset={dataset.Name}");
            text.AppendLine($"contract={dataset.Contract}");
            text.AppendLine($"defined={dataset.DefinedIn}");
            text.AppendLine($"include={dataset.Include}");
            text.AppendLine($"merge={(dataset.Replaces ? "replace" : "append")}");
            text.AppendLine($"key={string.Join(';', dataset.Key)}");
            if (dataset.Table.Length > 0)
                text.AppendLine($"table={dataset.Table}");
            if (dataset.Query.Length > 0)
                text.AppendLine($"query={dataset.Query.ReplaceLineEndings("\nquery=")}");
            if (dataset.Connection.Length > 0)
                text.AppendLine($"connection={dataset.Connection}");
            foreach (var file in dataset.Files)
            {
                text.AppendLine($"file={file}");
                foreach (var pinned in dataset.Pinned.Where(pinned => pinned.File == file))
                    text.Append(pinned.Url.Length > 0 ? $"url={pinned.Url}\n" : "").Append(pinned.Sha256.Length > 0 ? $"sha256={pinned.Sha256}\n" : "").Append(pinned.Token.Length > 0 ? $"token={pinned.Token}\n" : "");
            }
        }
        return text.ToString();
    }

    RoadResult Run(string command, bool always = false, bool locked = false)
    {
        var text = new ToldWriter(line => Said?.Invoke(line));
        var output = new Output(text);
        Entry.Run(RequestReader.Read(RequestText(command, 0, always, locked).Split('\n')), output);
        return new(!output.HasErrors, text.ToString().ReplaceLineEndings("\n"));
    }
}
