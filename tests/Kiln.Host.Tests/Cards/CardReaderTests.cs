using Kiln.Host.Cards;
using Kiln.Host.Diagnostics;

namespace Kiln.Host.Tests.Cards;

public sealed class CardReaderTests : IDisposable
{
    readonly string _path = Path.GetTempFileName();
    readonly List<Diagnostic> _said = [];

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void A_card_that_was_just_written_is_all_open()
    {
        var card = Read(CardTemplate.Write("PenguinModel"));

        Assert.Equal(CardField.All, card.Open);
        Assert.Equal("", card.Introduction);
        Assert.Empty(card.Own);
        Assert.Empty(_said);
        Assert.Equal(CardField.All, CardReader.Read(_path + ".none", _said.Add).Open);
    }

    [Fact]
    public void Fields_may_stand_in_any_order_and_at_any_level_with_other_sections_between_them()
    {
        var card = Read("""
            # The model
            Tells species apart.

            ### OWNER ###
            Ann <!-- since
            May --> Example

            ## Oversight
            Someone looks at

            ### each of them
            ```
            ## Users
            <!-- of the API -->
            ```
            # Users
            _open_
            so far
            ## Limits
            ## limits
            None known.
            """);

        Assert.Equal("Tells species apart.", card.Introduction);
        Assert.Equal("Ann \n Example", card.Find(CardField.Owner));
        Assert.Equal("None known.", card.Find(CardField.Limits));
        Assert.Null(card.Find(CardField.Users));
        var own = Assert.Single(card.Own);
        Assert.Equal(("Oversight", "Someone looks at\n\n### each of them\n```\n## Users\n<!-- of the API -->\n```"), (own.Heading, own.Text));
        Assert.Equal(5, card.Open.Count);
        Assert.Empty(_said);
    }

    [Fact]
    public void A_heading_that_is_nearly_a_field_is_told_unless_the_field_is_there()
    {
        Read("## Data license\nCC0\n## Owners\nAnn\n## Owner\n_open_\n## Purposes of it all\nMany\n");

        Assert.Equal($"{_path}(1,1): warning KILN0041: 'Data license' is no field of a model card, so 'Data licence' counts as open; write ## Data licence if that is meant",
            Assert.Single(_said).ToString());
    }

    [Fact]
    public void A_comment_without_an_end_is_told_where_it_begins()
    {
        var card = Read("## Owner\r\nAnn\r\n<!-- <!-- -->\r\n## Users\r\n```\r\n<!--\r\n```\r\n<!-- All of them.\r\n## Limits\r\nNone.");

        Assert.Equal("Ann", card.Find(CardField.Owner));
        Assert.Null(card.Find(CardField.Limits));
        Assert.StartsWith($"{_path}(8,1): warning KILN0041: a comment begins here and never ends", Assert.Single(_said).ToString());
    }

    [Fact]
    public void A_code_block_without_an_end_is_told_where_it_begins_and_ends_with_the_file()
    {
        var card = Read("## Owner\n```Ann```\n~~~\na\n~~~\n## Users\n~~~~ text\nAll of them.\n~~~\n## Limits\nNone.\n");

        Assert.Equal("```Ann```\n~~~\na\n~~~", card.Find(CardField.Owner));
        Assert.Equal("~~~~ text\nAll of them.\n~~~\n## Limits\nNone.\n\n~~~~", card.Find(CardField.Users));
        Assert.StartsWith($"{_path}(7,1): warning KILN0041: a code block begins here and never ends", Assert.Single(_said).ToString());
    }

    [Fact]
    public void A_card_that_cannot_be_read_is_told_and_open()
    {
        var card = CardReader.Read(Path.GetTempPath(), _said.Add);

        Assert.Equal(CardField.All, card.Open);
        Assert.Contains("KILN0041: the model card cannot be read: ", Assert.Single(_said).ToString());
    }

    Card Read(string text)
    {
        File.WriteAllText(_path, text);
        return CardReader.Read(_path, _said.Add);
    }
}
