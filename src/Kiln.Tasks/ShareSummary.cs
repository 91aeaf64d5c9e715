using System.Text;
using Kiln.Contracts;
using Microsoft.Build.Framework;

namespace Kiln.Tasks;

/// <summary>Hands the summary of a project's models to the build server that runs this build, where that was asked for.</summary>
[MSBuildMultiThreadableTask]
public sealed class ShareSummary : Microsoft.Build.Utilities.Task
{
    const int Tries = 50;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary><c>github</c> or <c>azure</c>.</summary>
    [Required]
    public string To { get; set; } = "";

    /// <summary>Full path of the summary; one that is not there is not handed over.</summary>
    [Required]
    public string Summary { get; set; } = "";

    /// <summary>What <c>GITHUB_STEP_SUMMARY</c> says: the file that GitHub shows; empty outside of its actions.</summary>
    public string StepSummary { get; set; } = "";

    public override bool Execute()
    {
        if (!File.Exists(Summary))
            return true;
        if (To == "azure")
            Log.LogMessage(MessageImportance.High, "{0}", $"##vso[task.uploadsummary]{Summary}");
        else if (StepSummary.Length == 0)
            Log.LogMessage(MessageImportance.Normal, "{0}", "KilnSummary is 'github', but GITHUB_STEP_SUMMARY is not set, so the summary is only in " + Summary);
        else
            Append(File.ReadAllText(Summary));
        return true;
    }

    /// <summary>Projects build side by side and share the file, and a step may build a project twice.</summary>
    void Append(string summary)
    {
        for (var left = Tries; ; left--)
        {
            try
            {
                using var file = new FileStream(StepSummary, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
                var there = new StreamReader(file, Encoding.UTF8).ReadToEnd();
                if (there.Contains(summary))
                    return;
                var added = Encoding.UTF8.GetBytes((there.Length > 0 ? "\n" : "") + summary);
                file.Seek(0, SeekOrigin.End);
                file.Write(added, 0, added.Length);
                return;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                if (left > 0 && e is IOException and not (DirectoryNotFoundException or FileNotFoundException))
                {
                    Thread.Sleep(Pause);
                    continue;
                }
                Log.LogWarning(null, Ids.CannotWrite, null, RulePages.Link(Ids.CannotWrite), StepSummary, 0, 0, 0, 0, "{0}",
                    $"the summary cannot be appended: {e.Message.TrimEnd('.')}; let GITHUB_STEP_SUMMARY name a file that can be written, or leave out KilnSummary");
                return;
            }
        }
    }
}
