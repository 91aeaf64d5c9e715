using System.Text;
using Microsoft.Build.Framework;

namespace Kiln.Tasks;

/// <summary>The response file: one <c>key=value</c> a line, in the order the trainer documents.</summary>
sealed class Request
{
    readonly StringBuilder _lines = new();

    public void Add(string key, string? value) => _lines.Append(key).Append('=').Append(value).Append('\n');

    /// <summary>Adds one dataset for each contract, with all the files that share it.</summary>
    public void Add(IEnumerable<ITaskItem> datasets)
    {
        foreach (var files in datasets.GroupBy(item => item.GetMetadata("KilnContract")))
        {
            var first = files.First();
            Add("dataset", first.GetMetadata("Name"));
            Add("contract", files.Key);
            Add("defined", first.GetMetadata("DefiningProjectFullPath"));
            Add("include", first.ItemSpec);
            foreach (var file in files)
                Add("file", file.GetMetadata("FullPath"));
        }
    }

    public override string ToString() => _lines.ToString();
}
