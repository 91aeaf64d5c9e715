using Kiln.Contracts;
using Microsoft.Build.Framework;

namespace Kiln.Tasks;

/// <summary>Says which settings have values that are none, each where it is written. MSBuild's own task for errors knows no lines.</summary>
[MSBuildMultiThreadableTask]
public sealed class RejectSettings : Microsoft.Build.Utilities.Task
{
    /// <summary>See <see cref="InvalidSetting"/>.</summary>
    [Required]
    public ITaskItem[] Settings { get; set; } = [];

    /// <summary>Full path of the project.</summary>
    [Required]
    public string Project { get; set; } = "";

    /// <summary>Full paths of the project and of what is imported around it, those that are read last first: what they say holds. Some may be missing.</summary>
    public string[] Files { get; set; } = [];

    public override bool Execute()
    {
        string[] files = [.. Files.Where(File.Exists)];
        var told = new HashSet<(string, int, int)>();
        foreach (var setting in Settings.Select(item => new InvalidSetting(item)))
        {
            var (file, line, column) = setting.Find(files) ?? (Project, 0, 0);
            // An item with a wildcard is many.
            if (line > 0 && !told.Add((file, line, column)))
                continue;
            Log.LogError(null, Ids.UnknownTrainMode, null, RulePages.Link(Ids.UnknownTrainMode), file, line, column, 0, 0, "{0}", setting.Text);
        }
        return Settings.Length == 0;
    }
}
