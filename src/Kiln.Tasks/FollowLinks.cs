using System.Reflection;
using Microsoft.Build.Framework;

namespace Kiln.Tasks;

/// <summary>Says what symbolic links lead to. MSBuild and .NET see the time of the link itself, which does not change when its target does.</summary>
[MSBuildMultiThreadableTask]
public sealed class FollowLinks : Microsoft.Build.Utilities.Task
{
    // Since .NET 6; the MSBuild of Visual Studio runs on .NET Framework.
    static readonly MethodInfo? Resolve = typeof(File).GetMethod("ResolveLinkTarget", [typeof(string), typeof(bool)]);

    /// <summary>Full paths of files that are links.</summary>
    [Required]
    public string[] Links { get; set; } = [];

    /// <summary>For each link its path and the path, time and length of the file at its end.</summary>
    [Output]
    public string[] Targets { get; set; } = [];

    public override bool Execute()
    {
        Targets = [.. Links.Select(link => $"{link}|{TargetOf(link)}")];
        return true;
    }

    static string TargetOf(string link)
    {
        // What cannot be known must count as changed: the host compares contents.
        if (Resolve is null)
            return DateTime.UtcNow.Ticks.ToString();
        var target = (FileSystemInfo?)Resolve.Invoke(null, [link, true]);
        var file = new FileInfo(target?.FullName ?? link);
        return $"{file.FullName}|{file.LastWriteTimeUtc:O}|{file.Length}";
    }
}
