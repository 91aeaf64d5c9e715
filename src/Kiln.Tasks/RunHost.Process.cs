using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Kiln.Contracts;
using Microsoft.Build.Framework;

namespace Kiln.Tasks;

/// <summary>The process: its environment, what it prints, and how it ends.</summary>
public sealed partial class RunHost
{
    const string Verbose = "verbose: ";
    const string Show = "show: ";

    readonly List<string> _shown = [];
    readonly StringBuilder _standardError = new();
    bool _ran;
    bool _exited;
    bool _canceled;

    protected override string ToolName => Path.DirectorySeparatorChar == '\\' ? "dotnet.exe" : "dotnet";

    protected override Encoding ResponseFileEncoding { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    protected override Encoding StandardOutputEncoding => Encoding.UTF8;

    protected override Encoding StandardErrorEncoding => Encoding.UTF8;

    protected override MessageImportance StandardOutputLoggingImportance => Is("quiet") ? MessageImportance.Normal : MessageImportance.High;

    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Low;

    bool Detailed => Is("detailed");

    string LogFile => Path.Combine(OutputDirectory, "host.log");

    public override void Cancel()
    {
        _canceled = true;
        base.Cancel();
    }

    // The base class turns every backslash into a slash outside Windows; a file's name may hold one.
    protected override string AdjustCommandsForOperatingSystem(string input) => input;

    protected override ProcessStartInfo GetProcessStartInfo(string pathToTool, string commandLineCommands, string responseFileSwitch)
    {
        var start = base.GetProcessStartInfo(pathToTool, commandLineCommands, responseFileSwitch);
        foreach (var name in start.Environment.Keys.Where(IsOfMSBuild).ToArray())
            start.Environment.Remove(name);
        // libgomp's threads spin while they wait: two trainings on two cores take twenty times as long without this.
        start.Environment["GOMP_SPINCOUNT"] = "1000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        // ONNX Runtime sends events of every session; it reads this before it starts anything.
        start.Environment["ORT_DISABLE_TELEMETRY"] = "1";
        // The runtime's socket for debuggers and profilers: a build has no use for it.
        start.Environment["DOTNET_EnableDiagnostics_IPC"] = "0";
        if (Setting("NativePath") is { Length: > 0 } natives)
            start.Environment["KILN_NATIVE_PATH"] = natives;
        // Kiln's targets do nothing where they see this: a build inside the host must not start another host.
        start.Environment["KILN_HOST"] = "1";
        return start;
    }

    protected override int ExecuteTool(string pathToTool, string responseFileCommands, string commandLineCommands)
    {
        try
        {
            var exitCode = base.ExecuteTool(pathToTool, responseFileCommands, commandLineCommands);
            _ran = true;
            return exitCode;
        }
        catch (Win32Exception e)
        {
            LogError(Ids.HostNotStarted, $"'{pathToTool}' cannot be started: {e.Message}; is the .NET SDK on the path?");
            return 1;
        }
    }

    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (messageImportance == StandardErrorImportanceToUse)
        {
            _standardError.AppendLine(singleLine);
            if (Detailed)
                Log.LogMessage(MessageImportance.High, "{0}", singleLine);
        }
        else if (singleLine.StartsWith(Verbose, StringComparison.Ordinal))
            Log.LogMessage(MessageImportance.Low, "{0}", singleLine.Substring(Verbose.Length));
        else if (singleLine.StartsWith(Show, StringComparison.Ordinal))
            AddShown(singleLine.Substring(Show.Length));
        else if (HostMessage.TryRead(singleLine) is { } message)
            message.Log(Log);
        else
            Log.LogMessageFromText(singleLine, messageImportance);
    }

    /// <summary>A line that is indented goes on with what the one before says.</summary>
    void AddShown(string line)
    {
        if (_shown.Count > 0 && line.StartsWith(" ", StringComparison.Ordinal))
            _shown[_shown.Count - 1] += "\n" + line;
        else
            _shown.Add(line);
    }

    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Normal, "{0}", message);

    protected override bool HandleTaskExecutionErrors()
    {
        _exited = true;
        if (Log.HasLoggedErrors && ExitCode is 1 or -1)
            return false;
        var (id, what) = HostExit.Describe(ExitCode);
        if (_standardError.Length > 0)
        {
            Directory.CreateDirectory(OutputDirectory);
            File.WriteAllText(LogFile, _standardError.ToString());
            what += $"; what it wrote is in {LogFile}";
        }
        if (!Detailed)
            what += "; build with -p:KilnVerbosity=detailed to see more";
        LogError(id, what);
        return false;
    }

    static bool IsOfMSBuild(string variable) => variable.IndexOf("MSBUILD", StringComparison.OrdinalIgnoreCase) >= 0;

    bool Is(string verbosity) => string.Equals(Setting("Verbosity"), verbosity, StringComparison.OrdinalIgnoreCase);

    void LogError(string id, string message) => Log.LogError(null, id, null, RulePages.Link(id), ProjectFile, 0, 0, 0, 0, "{0}", message);
}
