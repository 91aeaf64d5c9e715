using Kiln.Contracts.Releases;

namespace Kiln.Host.Reports.Cards;

/// <summary>Whether what a build came to is what was released under its version.</summary>
static class ReleasedAs
{
    /// <returns>Null where the version is not released, or stands for something else by now.</returns>
    public static Release? Find(ModelReport report) =>
        report.Released.FirstOrDefault(release => release.Version == report.Plan.Version && release.Content.Artifact == report.Model.OnnxHash);
}
