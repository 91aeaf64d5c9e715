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

    /// <summary><c>contracts</c>, <c>train</c> or <c>release</c>.</summary>
    [Required]
    public string Command { get; set; } = "";

    /// <summary>Full path of Kiln.Host.dll; empty when the package Kiln.Host did not reach the project.</summary>
    public string Host { get; set; } = "";

    /// <summary>Full path of the project file.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>Full path, with a trailing separator, of the folder that receives models, report, stamp and log.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The <c>dotnet</c> that runs this build; when empty, the one on the path.</summary>
    public string? DotNetHost { get; set; }

    public string? TargetFramework { get; set; }

    public string? Assembly { get; set; }

    public string? CachePath { get; set; }

    public string? Schema { get; set; }

    public string? Mode { get; set; }

    /// <summary><c>true</c> where the host may not write a contract or a lock.</summary>
    public string? Locked { get; set; }

    /// <summary>How many threads training may use; when empty, as many as MSBuild grants.</summary>
    public string? Threads { get; set; }

    public string? Verbosity { get; set; }

    /// <summary>The <c>Dataset</c> items, with <c>Name</c> and <c>KilnContract</c>.</summary>
    public ITaskItem[] Datasets { get; set; } = [];

    /// <summary>What the project refers to, implementations before reference assemblies.</summary>
    public ITaskItem[] References { get; set; } = [];

    /// <summary>Seconds after which the host is ended; 0 for no limit.</summary>
    public int TimeoutSeconds
    {
        get => Math.Max(0, Timeout / 1000);
        set => Timeout = value > 0 ? (int)Math.Min(value * 1000L, int.MaxValue) : System.Threading.Timeout.Infinite;
    }

    public override bool Execute()
    {
        if (!File.Exists(Host))
        {
            LogError(Ids.HostNotStarted, Host.Length > 0
                ? $"the host is not at '{Host}'; restore the packages again"
                : "the package Kiln.Host is missing; restore the packages again, and let the buildTransitive assets of Kiln through");
            return false;
        }
        var succeeded = base.Execute();
        if (!succeeded && _ran && !_exited && !_canceled)
            LogError(Ids.HostTimedOut,
                $"the host was not done after {TimeoutSeconds} s and was ended; raise KilnTimeout (in seconds) or train on less data");
        return succeeded;
    }

    protected override string GenerateFullPathToTool() => File.Exists(DotNetHost) ? DotNetHost! : ToolName;

    protected override string GetWorkingDirectory() => Path.GetDirectoryName(Project)!;

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
        request.Add("project", Project);
        request.Add("directory", Path.GetDirectoryName(Project) + Path.DirectorySeparatorChar);
        request.Add("framework", TargetFramework);
        if (!string.IsNullOrEmpty(Assembly))
            request.Add("assembly", Assembly);
        request.Add("output", OutputDirectory);
        request.Add("cache", CachePath);
        request.Add("schema", Schema);
        request.Add("mode", Mode);
        request.Add("locked", Locked);
        request.Add("threads", string.IsNullOrEmpty(Threads) ? GrantedCores() : Threads);
        request.Add("verbosity", Verbosity);
        request.Add("parent", Process.GetCurrentProcess().Id.ToString());
        request.AddReferences(References);
        request.Add(Datasets);
        return request.ToString();
    }

    // MSBuild takes the cores back when the task ends.
    string GrantedCores()
    {
        try
        {
            return (BuildEngine as IBuildEngine9)?.RequestCores(int.MaxValue).ToString() ?? AllCores;
        }
        catch (NotImplementedException)
        {
            return AllCores; // a task host, which shares out no cores
        }
    }
}
