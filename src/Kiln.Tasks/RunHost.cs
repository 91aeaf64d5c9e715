using System.Diagnostics;
using Kiln.Contracts;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Kiln.Tasks;

/// <summary>Runs the host in a process of its own and turns what it prints, and how it ends, into messages and errors.</summary>
[MSBuildMultiThreadableTask]
public sealed partial class RunHost : ToolTask
{
    const string AllCores = "0";

    // While the host works, this node builds other projects.
    public RunHost() => YieldDuringToolExecution = true;

    /// <summary><c>contracts</c>, <c>models</c>, <c>train</c>, <c>release</c>, <c>tune</c>, <c>bump</c>, <c>card</c>, <c>rows</c>, <c>compare</c>, <c>monitor</c>, <c>pack</c>, <c>history</c>, <c>export</c> or <c>import</c>.</summary>
    [Required]
    public string Command { get; set; } = "";

    /// <summary>
    /// The project file, with what is the same for every command as metadata: <c>Host</c>, the full path of Kiln.Host.dll, empty when the
    /// package Kiln.Host did not reach the project; <c>DotNet</c>, the one that runs this build, or empty for the one on the path;
    /// <c>OutputDirectory</c>, the folder that receives models, report, stamp and log, with a trailing separator; and the user's settings.
    /// </summary>
    [Required]
    public ITaskItem Project { get; set; } = new TaskItem();

    /// <summary>The intermediate assembly, once it is compiled.</summary>
    public string? Assembly { get; set; }

    /// <summary>The <c>Dataset</c> items, with <c>Name</c> and <c>KilnContract</c>.</summary>
    public ITaskItem[] Datasets { get; set; } = [];

    /// <summary>The <c>Model</c> items, with <c>Name</c> and <c>KilnSignature</c>.</summary>
    public ITaskItem[] Models { get; set; } = [];

    /// <summary>The files beside the project's sources that say settings, <c>&lt;Model&gt;.tuning.json</c>.</summary>
    public ITaskItem[] Tunings { get; set; } = [];

    /// <summary>What people have written of models beside the project's sources, <c>&lt;Model&gt;.card.md</c>.</summary>
    public ITaskItem[] Cards { get; set; } = [];

    /// <summary>What the project refers to, implementations before reference assemblies.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>What every logger is to show.</summary>
    [Output]
    public ITaskItem[] Shown => Is("quiet") ? [] : [.. _shown.Select(text => new TaskItem(Escaped(text)))];

    string Host => Setting("Host");

    string OutputDirectory => Setting("OutputDirectory");

    int TimeoutSeconds => int.TryParse(Setting("Timeout"), out var seconds) ? seconds : 0;

    public override bool Execute()
    {
        if (!File.Exists(Host))
        {
            LogError(Ids.HostNotStarted, Host.Length > 0
                ? $"the host is not at '{Host}'; restore the packages again"
                : "the package Kiln.Host is missing; restore the packages again, and do not exclude the buildTransitive assets of Kiln");
            return false;
        }
        Timeout = TimeoutSeconds > 0 ? (int)Math.Min(TimeoutSeconds * 1000L, int.MaxValue) : System.Threading.Timeout.Infinite;
        var succeeded = base.Execute();
        if (!succeeded)
            _shown.ForEach(text => Log.LogMessage(MessageImportance.High, "{0}", text)); // The target ends here, and would not show it.
        if (!succeeded && _ran && !_exited && !_canceled)
            LogError(Ids.HostTimedOut,
                $"the host did not finish within {TimeoutSeconds} s and was terminated; raise KilnTimeout (in seconds) or train on less data");
        return succeeded;
    }

    protected override string GenerateFullPathToTool() => File.Exists(Setting("DotNet")) ? Setting("DotNet") : ToolName;

    protected override string GetWorkingDirectory() => Path.GetDirectoryName(ProjectFile)!;

    protected override string GenerateCommandLineCommands()
    {
        var commandLine = new CommandLineBuilder();
        commandLine.AppendSwitch("exec");
        commandLine.AppendFileNameIfNotNull(Host);
        return commandLine.ToString();
    }

    protected override string GenerateResponseFileCommands()
    {
        var request = new Request();
        request.Add("command", Command);
        request.Add("project", ProjectFile);
        request.Add("directory", Path.GetDirectoryName(ProjectFile) + Path.DirectorySeparatorChar);
        request.Add("framework", Setting("TargetFramework"));
        if (!string.IsNullOrEmpty(Assembly))
            request.Add("assembly", Assembly);
        request.Add("namespace", Setting("RootNamespace"));
        request.Add("output", OutputDirectory);
        request.Add("cache", Setting("Cache"));
        request.Add("version", Setting("Version"));
        request.Add("store", Setting("Store"));
        request.Add("storelimit", Setting("StoreLimit"));
        request.Add("storetoken", Request.Variable(Setting("StoreToken")));
        request.Add("schemas", Setting("Schemas"));
        request.Add("mode", Setting("Mode"));
        request.Add("locked", Setting("Locked"));
        request.Add("models", Setting("Models"));
        request.Add("threads", Setting("Threads") is { Length: > 0 } threads ? threads : GrantedCores());
        if (Command == "release")
        {
            request.Add("rows", Setting("ReleaseRows"));
            request.Add("epoch", Setting("Epoch"));
            request.Add("commit", Setting("Commit"));
            request.Add("by", Setting("ReleasedBy"));
        }
        if (Command is "train" or "tune" && Setting("Run").Length > 0)
        {
            request.Add("run", Setting("Run"));
            request.Add("pushrun", Setting("PushRun"));
            request.Add("commit", Setting("Commit"));
        }
        request.Add("runs", Setting("Runs"));
        if (Command == "monitor")
        {
            request.Add("windows", Path.Combine(Path.GetDirectoryName(ProjectFile)!, Setting("Windows")));
            request.Add("period", Setting("Period"));
        }
        if (Command is "pack" or "history")
        {
            request.Add("packageversion", Setting("PackageVersion"));
            request.Add("package", Setting("Package"));
            request.Add("packageoutput", Setting("PackageOutput"));
            request.Add("packageroot", Setting("PackageRoot"));
        }
        request.Add("verbosity", Setting("Verbosity"));
        request.Add("parent", Process.GetCurrentProcess().Id.ToString());
        foreach (var tuning in Tunings)
            request.Add("tuning", tuning.GetMetadata("FullPath"));
        foreach (var card in Cards)
            request.Add("card", card.GetMetadata("FullPath"));
        request.AddReferences(References);
        request.AddModels(Models);
        request.Add(Datasets, ProjectFile);
        return request.ToString();
    }

    string ProjectFile => Project.ItemSpec;

    string Setting(string name) => Project.GetMetadata(name);

    // MSBuild takes the cores back when the task ends.
    string GrantedCores()
    {
        try
        {
            return (BuildEngine as IBuildEngine9)?.RequestCores(int.MaxValue).ToString() ?? AllCores;
        }
        catch (NotImplementedException)
        {
            // Not a swallowed failure: a task host has no cores to share out and answers so (OutOfProcTaskHostNode.RequestCores of
            // MSBuild). There is no other way to ask, and all cores are what a build alone on its machine gets.
            return AllCores;
        }
    }

    /// <summary>An item's text is read as a list, and as properties, where nobody says that it is not.</summary>
    static string Escaped(string text) => string.Concat(text.Select(c => "%$@;*?'()\\".IndexOf(c) < 0 ? c.ToString() : $"%{(int)c:x2}"));
}
