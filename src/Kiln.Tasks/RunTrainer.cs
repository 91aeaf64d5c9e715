using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Kiln.Contracts;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Kiln.Tasks;

/// <summary>Runs the trainer in a process of its own and turns what it prints, and how it ends, into messages and errors.</summary>
[MSBuildMultiThreadableTask]
public sealed class RunTrainer : ToolTask
{
    const string AllCores = "0";

    readonly StringBuilder _standardError = new();
    bool _started;
    bool _exited;
    bool _canceled;

    /// <summary><c>contracts</c>, <c>train</c> or <c>release</c>.</summary>
    [Required]
    public string Command { get; set; } = "";

    /// <summary>Full path of Kiln.Trainer.dll.</summary>
    [Required]
    public string Trainer { get; set; } = "";

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

    /// <summary><c>true</c> where the trainer may not write a contract or a lock.</summary>
    public string? Locked { get; set; }

    /// <summary>How many threads training may use; when empty, as many as MSBuild grants.</summary>
    public string? Threads { get; set; }

    public string? Verbosity { get; set; }

    /// <summary>The <c>Dataset</c> items, with <c>Name</c> and <c>KilnContract</c>.</summary>
    public ITaskItem[] Datasets { get; set; } = [];

    /// <summary>Seconds after which the trainer is ended; 0 for no limit.</summary>
    public int TimeoutSeconds
    {
        get => Math.Max(0, Timeout / 1000);
        set => Timeout = value > 0 ? (int)Math.Min(value * 1000L, int.MaxValue) : System.Threading.Timeout.Infinite;
    }

    protected override string ToolName => Path.DirectorySeparatorChar == '\\' ? "dotnet.exe" : "dotnet";

    protected override Encoding ResponseFileEncoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    protected override MessageImportance StandardOutputLoggingImportance => Is("quiet") ? MessageImportance.Normal : MessageImportance.High;

    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Low;

    bool Detailed => Is("detailed");

    string LogFile => Path.Combine(OutputDirectory, "trainer.log");

    public override bool Execute()
    {
        if (!File.Exists(Trainer))
        {
            LogError(Ids.TrainerNotStarted, $"the trainer is not at '{Trainer}'; restore the packages again");
            return false;
        }
        var succeeded = base.Execute();
        if (!succeeded && _started && !_exited && !_canceled)
            LogError(Ids.TrainerTimedOut, $"the trainer was not done after {TimeoutSeconds} s and was ended; raise KilnTimeout (in seconds) or train on less data");
        return succeeded;
    }

    public override void Cancel()
    {
        _canceled = true;
        base.Cancel();
    }

    protected override string GenerateFullPathToTool() => File.Exists(DotNetHost) ? DotNetHost! : ToolName;

    protected override string GetWorkingDirectory() => Path.GetDirectoryName(Project)!;

    protected override string GenerateCommandLineCommands()
    {
        var commandLine = new CommandLineBuilder();
        commandLine.AppendSwitch("exec");
        commandLine.AppendFileNameIfNotNull(Trainer);
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
        request.Add(Datasets);
        return request.ToString();
    }

    // The base class turns every backslash into a slash outside Windows; a file's name may hold one.
    protected override string AdjustCommandsForOperatingSystem(string input) => input;

    protected override ProcessStartInfo GetProcessStartInfo(string pathToTool, string commandLineCommands, string responseFileSwitch)
    {
        var start = base.GetProcessStartInfo(pathToTool, commandLineCommands, responseFileSwitch);
        foreach (var name in start.Environment.Keys.Where(name => name.IndexOf("MSBUILD", StringComparison.OrdinalIgnoreCase) >= 0).ToArray())
            start.Environment.Remove(name);
        // libgomp's threads spin while they wait: two trainings on two cores take twenty times as long without this.
        start.Environment["GOMP_SPINCOUNT"] = "1000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        // Kiln's targets do nothing where they see this: a build inside the trainer must not start another trainer.
        start.Environment["KILN_TRAINER"] = "1";
        return start;
    }

    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        try
        {
            _started = true;
            return base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands);
        }
        catch (Win32Exception e)
        {
            LogError(Ids.TrainerNotStarted, $"'{pathToTool}' cannot be started: {e.Message}; is the .NET SDK on the path?");
            return 1;
        }
    }

    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        const string Verbose = "verbose: ";
        if (messageImportance == StandardErrorImportanceToUse)
        {
            _standardError.AppendLine(singleLine);
            if (Detailed)
                Log.LogMessage(MessageImportance.High, "{0}", singleLine);
        }
        else if (singleLine.StartsWith(Verbose, StringComparison.Ordinal))
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine.Substring(Verbose.Length));
        else
            Log.LogMessageFromText(singleLine, messageImportance);
    }

    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Normal, "{0}", message);

    protected override bool HandleTaskExecutionErrors()
    {
        _exited = true;
        if (Log.HasLoggedErrors && ExitCode is 1 or -1)
            return false;
        if (_standardError.Length > 0)
        {
            Directory.CreateDirectory(OutputDirectory);
            File.WriteAllText(LogFile, _standardError.ToString());
        }
        var end = TrainerExit.Describe(ExitCode);
        LogError(end.Id, $"{end.What}{(_standardError.Length > 0 ? $"; what it wrote is in {LogFile}" : "")}{(Detailed ? "" : $"; build with -p:KilnVerbosity=detailed to see more")}");
        return false;
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

    bool Is(string verbosity) => string.Equals(Verbosity, verbosity, StringComparison.OrdinalIgnoreCase);

    void LogError(string id, string message) => Log.LogError(null, id, null, Project, 0, 0, 0, 0, "{0}", message);
}
