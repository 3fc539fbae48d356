/*
 * ctemplate behind the interface of template.h: a dictionary that asks the host, instead of one
 * that is filled beforehand, and an emitter that writes to a buffer.
 */
/* C11's word, which the headers of base use, has another spelling in C++. */
#define _Noreturn [[noreturn]]

extern "C" {
#include "base/buffer.h"
#include "base/str.h"
}

#include "compose/markers/template.h"

#include <ctemplate/template.h>
#include <ctemplate/template_cache.h>
#include <ctemplate/template_dictionary_interface.h>
#include <ctemplate/template_emitter.h>

namespace
{

using ctemplate::TemplateDictionaryInterface;
using ctemplate::TemplateString;

struct str view(const TemplateString &text)
{
	return {text.data(), text.size()};
}

class Scope : public TemplateDictionaryInterface
{
      public:
	Scope(const struct template_host *host, struct template_scope scope)
	    : host_(host), scope_(scope)
	{
	}

      protected:
	TemplateString GetValue(const TemplateString &name) const override
	{
		struct str value = host_->value(host_->context, &scope_, view(name));
		return TemplateString(value.at, value.length);
	}

	bool IsHiddenSection(const TemplateString &name) const override
	{
		return host_->rows(host_->context, &scope_, view(name)) == 0;
	}

	bool IsUnhiddenSection(const TemplateString &name) const override
	{
		return !IsHiddenSection(name);
	}

	bool IsHiddenTemplate(const TemplateString &name) const override
	{
		return host_->include(host_->context, view(name)) == nullptr;
	}

	const char *GetIncludeTemplateName(const TemplateString &name, int) const override
	{
		return host_->include(host_->context, view(name));
	}

	Iterator *CreateSectionIterator(const TemplateString &name) const override;
	Iterator *CreateTemplateIterator(const TemplateString &) const override;

	void DumpToString(std::string *, int) const override
	{
	}

      private:
	class Rows;

	const struct template_host *host_;
	struct template_scope scope_;
};

/* The rows of a section, one scope at a time. */
class Scope::Rows : public TemplateDictionaryInterface::Iterator
{
      public:
	Rows(const struct template_host *host, struct template_scope scope) : row_(host, scope)
	{
	}

	bool HasNext() const override
	{
		return row_next_ < row_.scope_.rows;
	}

	const TemplateDictionaryInterface &Next() override
	{
		row_.scope_.row = row_next_++;
		return row_;
	}

      private:
	Scope row_;
	size_t row_next_ = 0;
};

TemplateDictionaryInterface::Iterator *
Scope::CreateSectionIterator(const TemplateString &name) const
{
	size_t rows = host_->rows(host_->context, &scope_, view(name));
	return new Rows(host_, {&scope_, view(name), 0, rows});
}

/* What is included sees the scope it is included in. */
TemplateDictionaryInterface::Iterator *Scope::CreateTemplateIterator(const TemplateString &) const
{
	return new Rows(host_, {&scope_, {"", 0}, 0, 1});
}

class BufferEmitter : public ctemplate::ExpandEmitter
{
      public:
	explicit BufferEmitter(struct buffer *out) : out_(out)
	{
	}

	void Emit(char c) override
	{
		buffer_byte(out_, c);
	}

	void Emit(const std::string &s) override
	{
		buffer_add(out_, s.data(), s.size());
	}

	void Emit(const char *s) override
	{
		buffer_text(out_, s);
	}

	void Emit(const char *s, size_t length) override
	{
		buffer_add(out_, s, length);
	}

      private:
	struct buffer *out_;
};

} // namespace

bool template_expand(const struct template_text *texts, size_t count,
		     const struct template_host *host, struct buffer *out)
{
	ctemplate::TemplateCache cache;

	for (size_t i = 0; i < count; i++) {
		if (!cache.StringToTemplateCache(texts[i].key, texts[i].text.at,
						 texts[i].text.length, ctemplate::DO_NOT_STRIP))
			return false;
	}
	cache.Freeze();
	Scope scope(host, {nullptr, {"", 0}, 0, 1});
	BufferEmitter emitter(out);
	return cache.ExpandNoLoad(texts[0].key, ctemplate::DO_NOT_STRIP, &scope, nullptr, &emitter);
}
